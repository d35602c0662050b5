import { queryOptions, useQuery } from "@tanstack/react-query";
import { InputNumber, Slider } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { Lists } from "@/features/roadmap/Lists";
import { StepRow } from "@/features/roadmap/StepRow";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/roadmap/roadmap.css";

const roadmap = (query: FilterQuery, severity_weight: number, budget: number | null) =>
  queryOptions({
    queryKey: ["roadmap", query, severity_weight, budget],
    queryFn: ({ signal }) => take(http.GET("/api/v1/roadmap", { params: { query: { ...query, severity_weight, ...(budget !== null && { budget }) } }, signal })),
    placeholderData: (before) => before,
  });

/** The first steps decide; the rest on demand, so that what stands below is found. */
const FIRST = 20;

const HEADS: WordKey[] = ["roadmap.place", "facts.aspect", "facts.negativeCustomers", "roadmap.top", "roadmap.range", "roadmap.covered", "roadmap.cost", "roadmap.decision"];

/** 优先级与路线图: the most widespread needs first, the formula in sight, decisions against it with their reasons. */
export default function RoadmapPage() {
  const { t, name } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const weight = Math.min(1, Math.max(0, Number(search.get("weight")) || 0));
  const budget = search.get("budget") === null ? null : Number(search.get("budget"));
  const [all, setAll] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(roadmap(query, weight, budget));
  const set = (key: string, value: number | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(key);
      else next.set(key, String(value));
      return next;
    });
  const max = Math.max(0.01, ...(data?.steps ?? []).map(({ ranked }) => ranked.fact.negative_customers.high ?? 0));
  return (
    <>
      <PageHead title={t("nav.roadmap")} about={t("roadmap.about")} asOf={data?.as_of} />
      <FilterBar window={data?.window} shown={["taxonomy", "channel", "product", "segment", "region", "source"]} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      <div style={{ display: "grid", gap: "var(--gap)" }}>
        <Panel title={t("roadmap.formula")} aside={data && <How about={data.formula} dated={data} n={data.unhappy} />}>
          <p>{data && name(data.formula)}</p>
          <div className="roadmap-controls">
            <label>
              {t("roadmap.weight")}
              <Slider
                ariaLabelForHandle={t("roadmap.weight")}
                min={0}
                max={1}
                step={0.25}
                value={dragged ?? weight}
                onChange={setDragged}
                onChangeComplete={(value) => {
                  setDragged(null);
                  set("weight", value);
                }}
              />
            </label>
            <label>
              {t("roadmap.budget")}
              <InputNumber min={0} value={budget} onBlur={(event) => set("budget", event.target.value === "" ? null : Number(event.target.value))} onPressEnter={(event) => set("budget", event.currentTarget.value === "" ? null : Number(event.currentTarget.value))} />
            </label>
            {data?.reached && (
              <span>
                {t("roadmap.reached")} <Figure estimate={data.reached} unit="share" max={1} tone="accent" showRange />
              </span>
            )}
          </div>
        </Panel>
        <Panel flush title={t("roadmap.title")} aside={<How about="how.roadmap" dated={data} n={data?.unhappy} />}>
          {!data && <SkeletonRows rows={8} />}
          {data?.steps.length === 0 && <Empty title={t("facts.empty")} about={t("facts.empty.about")} />}
          {data && data.steps.length > 0 && (
            <div className="roadmap-scroll">
              <table className="plain-table">
                <Heads names={HEADS.map((head) => t(head))} />
                <tbody>
                  {(all ? data.steps : data.steps.slice(0, FIRST)).map((step) => (
                    <StepRow key={step.ranked.fact.aspect} step={step} max={max} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {data && data.steps.length > FIRST && !all && (
            <button type="button" className="row-action roadmap-rest" onClick={() => setAll(true)}>
              {t("facts.rest", { n: data.steps.length - FIRST })}
            </button>
          )}
        </Panel>
        <Lists query={query} />
      </div>
    </>
  );
}
