import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useSearchParams } from "react-router";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { GapList } from "@/features/coverage/GapList";
import { GroupTable } from "@/features/coverage/GroupTable";
import { Heat } from "@/features/coverage/Heat";
import { coverage, type Coverage } from "@/features/coverage/queries";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { formatCount, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/coverage/coverage.css";

const DIMENSIONS = ["segment", "region", "product"] as const;

function Answer({ found }: { found: Coverage }) {
  const { t, language } = useI18n();
  const [worst] = found.gaps;
  return (
    <ol className="sentences">
      <li>
        {found.overall.value === null
          ? t("coverage.answer.none")
          : t("coverage.answer", { share: formatPercent(found.overall.value), n: formatCount(found.customers, language) })}
      </li>
      {worst ? (
        <li>
          {t("coverage.answer.gap", {
            group: Object.values(worst.group.values).join(" × "),
            n: formatCount(worst.group.customers, language),
            share: formatPercent(worst.group.heard.value ?? 0),
            missing: formatCount(worst.group.missing, language),
          })}
        </li>
      ) : (
        <li>{t("coverage.answer.even")}</li>
      )}
    </ol>
  );
}

function Overall({ estimate }: { estimate: Coverage["overall"] }) {
  const { t } = useI18n();
  return (
    <span className="coverage-overall">
      {t("coverage.overall")} <Figure estimate={estimate} unit="share" max={1} tone="accent" />
    </span>
  );
}

/** 覆盖: who of the customer base is not heard. */
export default function CoveragePage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(coverage(query));
  const by = DIMENSIONS.find((one) => one === search.get("by")) ?? "segment";
  const choose = (next: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set("by", next);
      return after;
    });
  return (
    <>
      <PageHead title={t("nav.coverage")} about={t("coverage.about")} asOf={data?.as_of} />
      <FilterBar shown={[]} />
      {!data && <Pending error={error} refetch={refetch} rows={6} />}
      {data?.customers === 0 && (
        <Panel>
          <Empty title={t("coverage.empty")} about={t("coverage.empty.about")} />
        </Panel>
      )}
      {data && data.customers > 0 && (
        <>
          <Answer found={data} />
          <div className="coverage-stack">
            <Panel title={t("coverage.gaps")} aside={<How about="coverage.how" dated={data} n={data.customers} />} flush>
              <GapList gaps={data.gaps} />
            </Panel>
            <Panel title={t("coverage.map")} flush>
              <Heat groups={data.crossed} />
            </Panel>
            <Panel title={t("coverage.groups")} aside={<Overall estimate={data.overall} />} flush>
              <div className="coverage-by">
                <Segmented value={by} onChange={choose} options={DIMENSIONS.map((value) => ({ value, label: t(`coverage.by.${value}`) }))} />
              </div>
              <GroupTable groups={data.by_dimension[by] ?? []} channels={data.channels} />
            </Panel>
          </div>
        </>
      )}
    </>
  );
}
