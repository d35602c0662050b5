import { queryOptions, useQuery } from "@tanstack/react-query";
import { Alert, Select } from "antd";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Splits } from "@/features/experience/Splits";
import { Step } from "@/features/experience/Step";
import { useEventName } from "@/features/experience/useEventName";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useParam } from "@/filters/useParam";
import { useI18n } from "@/i18n/i18n";
import "@/features/experience/experience.css";

const MOST_STEPS = 8;

const experience = (query: FilterQuery, step: string[], split_by: string | undefined) =>
  queryOptions({
    queryKey: ["experience", query, step, split_by],
    queryFn: ({ signal }) => take(http.GET("/api/v1/experience", { params: { query: { ...query, step, split_by } }, signal })),
    placeholderData: (before) => before,
  });

/** 体验: where people stumble on the way, and what the same people say about it. */
export default function ExperiencePage() {
  const { t } = useI18n();
  const called = useEventName();
  const { query } = useFilters();
  const { search, set } = useParam();
  const { data, error, refetch } = useQuery(experience(query, search.getAll("step"), search.get("split_by") ?? undefined));
  const most = Math.max(1, ...(data?.steps ?? []).map(({ sessions }) => sessions));
  return (
    <>
      <PageHead title={t("nav.experience")} about={t("experience.about")} asOf={data?.as_of} />
      <FilterBar window={data?.window} shown={["taxonomy", "segment", "region"]} />
      {data && data.events.length > 0 && (
        <div className="experience-controls">
          <label>
            {t("experience.steps")}
            <Select mode="multiple" maxCount={MOST_STEPS} optionFilterProp="label" value={data.steps.map(({ event }) => event)} options={data.events.map((value) => ({ value, label: called(value) }))} onChange={(values: string[]) => set("step", values)} />
          </label>
          <label>
            {t("experience.splitBy")}
            <Select value={data.property} options={data.properties.map((value) => ({ value, label: value }))} onChange={(value: string | null) => set("split_by", value)} style={{ minWidth: 160 }} />
          </label>
        </div>
      )}
      {!data && <Pending error={error} refetch={refetch} rows={6} height={90} />}
      {data?.truncated && <Alert type="info" showIcon title={t("experience.truncated")} style={{ marginBottom: 16 }} />}
      {data?.steps.length === 0 && (
        <Panel>
          <Empty title={t("experience.empty")} about={t("experience.empty.about")} />
        </Panel>
      )}
      {data && data.steps.length > 0 && (
        <div style={{ display: "grid", gap: "var(--gap)" }}>
          <Panel flush title={t("experience.title")} aside={<How about={data.how} dated={data} />}>
            <ol className="funnel">
              {data.steps.map((step) => (
                <Step key={step.event} step={step} most={most} />
              ))}
            </ol>
          </Panel>
          {data.splits.length > 0 && <Splits splits={data.splits} property={data.property} dated={data} how={data.how} />}
        </div>
      )}
    </>
  );
}
