import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useCallback } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { facts } from "@/api/queries";
import type { Fact, FactsQuery } from "@/api/types";
import { AuditNote } from "@/components/AuditMark";
import { Chart } from "@/components/Chart";
import { ExportMenu } from "@/components/ExportMenu";
import { How } from "@/components/How";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Empty, Failure, Skeleton, SkeletonRows } from "@/components/states";
import { FactsTable, type Sort } from "@/features/facts/FactsTable";
import { FilterBar } from "@/filters/FilterBar";
import { fileHref } from "@/filters/fileHref";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/facts/facts.css";

/** Which row was clicked in the picture: the datum carries its aspect. */
function aspectOf(datum: { data?: unknown; name?: string }, rows: Fact[]): string | undefined {
  const data = datum.data as { aspect?: string } | undefined;
  return data?.aspect ?? rows.find(({ zh, en }) => zh === datum.name || en === datum.name)?.aspect;
}

export default function FactsPage() {
  const { t, language } = useI18n();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { query, linkTo, clear } = useFilters();
  const level = (search.get("level") ?? "2") as FactsQuery["level"];
  const sort = (search.get("sort") ?? "negative_customers") as Sort;
  const { data, error, refetch } = useQuery(facts({ ...query, level, sort }));
  const set = useCallback(
    (key: string, value: string) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.set(key, value);
        return next;
      }),
    [setSearch],
  );
  const empty = data?.facts.length === 0;
  return (
    <>
      <PageHead title={t("nav.facts")} asOf={data?.as_of}>
        <ExportMenu href={(kind) => fileHref("/facts/file", query, { level, sort, kind })} />
        <Segmented
          value={level ?? "2"}
          onChange={(value) => set("level", value)}
          options={[
            { value: "1", label: t("facts.level1") },
            { value: "2", label: t("facts.level2") },
            { value: "3", label: t("facts.level3") },
          ]}
        />
      </PageHead>
      <FilterBar window={data?.window} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {empty && (
        <Panel>
          <Empty title={t("facts.empty")} about={t("facts.empty.about")}>
            <Button onClick={clear}>{t("filter.clear")}</Button>
            <Link to="/collect/import">
              <Button type="primary">{t("overview.empty.import")}</Button>
            </Link>
          </Empty>
        </Panel>
      )}
      {!empty && !(error && !data) && (
        <>
          {data ? <Sentences items={data.summary} /> : <Skeleton height={26} width="60%" />}
          {data && <AuditNote facts={data.facts} />}
          <div style={{ display: "grid", gap: "var(--gap)" }}>
            <Panel title={t("facts.plane")} aside={<span style={{ marginRight: 30 }}><How about="how.plane" dated={data} n={data?.base.customers} /></span>}>
              {data ? (
                <Chart
                  option={data.plane_chart}
                  table={data.plane_table}
                  height={340}
                  label={t("facts.plane")}
                  dated={data}
                  onSelect={(datum) => {
                    const aspect = aspectOf(datum, data.facts);
                    if (aspect) void navigate(linkTo(`/understand/facts/${aspect}`));
                  }}
                />
              ) : (
                <Skeleton height={340} />
              )}
            </Panel>
            <Panel
              flush
              title={t("facts.table")}
              aside={
                <>
                  {data && (
                    <span className="num">
                      {t("facts.base", { customers: formatCount(data.base.customers, language), voices: formatCount(data.base.voices, language) })}
                    </span>
                  )}
                  <How about="how.customers" dated={data} n={data?.base.customers} />
                </>
              }
            >
              {data ? <FactsTable facts={data.facts} sort={sort} onSort={(next) => set("sort", next)} /> : <SkeletonRows rows={8} />}
            </Panel>
          </div>
        </>
      )}
    </>
  );
}
