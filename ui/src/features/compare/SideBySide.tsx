import { queryOptions, useQuery } from "@tanstack/react-query";
import { Segmented, Switch } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import type { FilterQuery } from "@/api/types";
import { ExportMenu } from "@/components/ExportMenu";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { useAspectPath } from "@/components/useAspectName";
import { DIMENSIONS, SidePicker, type Dimension } from "@/features/compare/SidePicker";
import { fileHref } from "@/filters/fileHref";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useParam } from "@/filters/useParam";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Comparison = components["schemas"]["ComparisonOut"];
type Cell = components["schemas"]["ComparedCellOut"];
const MEASURES = ["negative", "net"] as const;
type Asked = { by: Dimension; side: string[]; measure: (typeof MEASURES)[number]; standardise: boolean };

const comparison = (query: FilterQuery, asked: Asked) =>
  queryOptions({
    queryKey: ["compare", query, asked],
    queryFn: ({ signal }) => take(http.GET("/api/v1/compare", { params: { query: { ...query, ...asked } }, signal })),
    placeholderData: (before) => before,
  });

function Standing({ cell }: { cell: Cell }) {
  const { t } = useI18n();
  if (cell.standing !== "better" && cell.standing !== "worse") return null;
  return (
    <span className="standing" data-standing={cell.standing}>
      {t(`compare.${cell.standing}`)}
    </span>
  );
}

function Table({ data }: { data: Comparison }) {
  const { t, name, language } = useI18n();
  const path = useAspectPath();
  const max = Math.max(0.01, ...data.aspects.flatMap(({ cells }) => cells.map(({ negative }) => negative.high ?? 0)));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table compare-table">
        <thead>
          <tr>
            <th scope="col">{t("facts.aspect")}</th>
            {data.sides.map((side) => (
              <th key={side.id} scope="col">
                <Link to={side.link}>{name(side, side.id)}</Link> <small className="num">{t("unit.customers", { n: formatCount(side.customers, language) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.aspects.map((row) => (
            <tr key={row.aspect}>
              <th scope="row">
                <Link to={row.link}>{name(row, row.aspect)}</Link>
                <small>{path(row)}</small>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.side}>
                  <Link to={cell.link} className="compare-cell">
                    {data.measure === "net" ? (
                      <SignedFigure estimate={cell.net} unit="ratio" reach={1} good="more" />
                    ) : (
                      <Figure estimate={cell.negative} unit="share" max={max} tone="negative" showRange />
                    )}
                    <Standing cell={cell} />
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 并排对比: brands or products on the same aspects; only what holds over the whole table is called better or worse. */
export function SideBySide() {
  const { t } = useI18n();
  const { query } = useFilters();
  const { search, set, one } = useParam();
  const by = one("by", DIMENSIONS, "product");
  const asked: Asked = { by, side: search.getAll("side"), measure: one("measure", MEASURES, "negative"), standardise: search.get("standardise") === "true" };
  const { data, error, refetch } = useQuery(comparison(query, asked));
  return (
    <>
      <FilterBar window={data?.window} shown={["taxonomy", "channel", "product", "aspect", "segment", "region", "source"]} />
      <div className="compare-controls">
        {data && <SidePicker by={by} shown={data.sides} choices={data.choices} />}
        <Segmented value={asked.measure} onChange={(value) => set("measure", value)} options={MEASURES.map((value) => ({ value, label: t(`compare.measure.${value}`) }))} />
        <label className="compare-switch">
          <Switch size="small" checked={asked.standardise} disabled={asked.measure === "net"} onChange={(on) => set("standardise", on ? "true" : null)} />
          {t("compare.standardise")}
        </label>
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!(error && !data) && (
        <Panel
          flush
          title={t("compare.title")}
          aside={
            <>
              {data && <How about={data.how} dated={data} />}
              <ExportMenu href={(kind) => fileHref("/compare/file", query, { by, measure: asked.measure, standardise: String(asked.standardise), kind }) + asked.side.map((one) => `&side=${encodeURIComponent(one)}`).join("")} />
            </>
          }
        >
          {!data && <SkeletonRows rows={8} />}
          {data && data.aspects.length === 0 && <Empty title={t("figure.insufficient")} about={t("compare.empty")} />}
          {data && data.aspects.length > 0 && <Table data={data} />}
        </Panel>
      )}
    </>
  );
}
