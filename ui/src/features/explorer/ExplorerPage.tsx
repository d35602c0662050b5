import { queryOptions, useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { Link, useSearchParams } from "react-router";
import type { components } from "@/api/schema";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { ExportMenu, type FileKind } from "@/components/ExportMenu";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { FilterBar } from "@/filters/FilterBar";
import { fileHref } from "@/filters/fileHref";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/explorer/explorer.css";

type Dimension = components["schemas"]["Dimension"];
type Crossing = components["schemas"]["ExploredOut"];
const DIMENSIONS: Dimension[] = ["aspect1", "aspect2", "channel", "product", "segment", "region", "source", "taxonomy", "type", "sentiment", "week", "month"];

const crossing = (query: FilterQuery, rows: Dimension, columns: Dimension) =>
  queryOptions({
    queryKey: ["explore", query, rows, columns],
    queryFn: ({ signal }) => take(http.GET("/api/v1/explore", { params: { query: { ...query, rows, columns } }, signal })),
    enabled: rows !== columns,
  });

function Table({ data, measure }: { data: Crossing; measure: "share" | "negative" }) {
  const { name, language } = useI18n();
  const cells = new Map(data.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const max = Math.max(0.01, ...data.cells.map((cell) => cell[measure].high ?? 0));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th />
            {data.columns.map((head) => (
              <th key={head.id} scope="col">
                {name(head, head.id)} <small className="num">{formatCount(head.customers, language)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((head) => (
            <tr key={head.id}>
              <th scope="row">{name(head, head.id)}</th>
              {data.columns.map((column) => {
                const cell = cells.get(`${head.id} ${column.id}`);
                return (
                  <td key={column.id}>
                    {cell ? (
                      <Link to={cell.link} className="explore-cell">
                        <Figure estimate={cell[measure]} unit="share" max={max} tone={measure === "negative" ? "negative" : "accent"} />
                        <small className="num">{formatCount(cell.share.count, language)}</small>
                      </Link>
                    ) : (
                      "—"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function leftOut({ rows_left_out: rows, columns_left_out: columns }: Crossing): WordKey {
  if (rows > 0 && columns > 0) return "explore.leftOut.both";
  return rows > 0 ? "explore.leftOut" : "explore.leftOut.columns";
}

/** 自由分析: any two dimensions crossed; the address of the page is the whole question. */
export default function ExplorerPage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const chosen = (key: string, otherwise: Dimension) => DIMENSIONS.find((one) => one === search.get(key)) ?? otherwise;
  const rows = chosen("rows", "aspect1");
  const columns = chosen("columns", "channel");
  const measure = search.get("measure") === "negative" ? "negative" : "share";
  const { data, error, refetch } = useQuery(crossing(query, rows, columns));
  const set = (key: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(key, value);
      return next;
    });
  const options = (other: Dimension) => DIMENSIONS.map((value) => ({ value, label: t(`explore.${value}` as WordKey), disabled: value === other }));
  const file = (kind: FileKind) => fileHref("/explore/file", query, { rows, columns, measure, kind });
  return (
    <>
      <PageHead title={t("nav.explore")} about={t("explore.about")} asOf={data?.as_of}>
        <ExportMenu href={file} />
      </PageHead>
      <FilterBar window={data?.window} />
      <div className="explore-controls">
        <label>
          {t("explore.rows")}
          <Select value={rows} options={options(columns)} onChange={(value: string) => set("rows", value)} />
        </label>
        <label>
          {t("explore.columns")}
          <Select value={columns} options={options(rows)} onChange={(value: string) => set("columns", value)} />
        </label>
        <Segmented
          value={measure}
          onChange={(value) => set("measure", value)}
          options={[
            { value: "share", label: t("explore.share") },
            { value: "negative", label: t("explore.negative") },
          ]}
        />
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!(error && !data) && (
        <Panel flush title={t("explore.title")} aside={<How about="explore.how" dated={data} />}>
          {!data && rows !== columns && <SkeletonRows rows={8} />}
          {data?.cells.length === 0 && <Empty title={t("facts.empty")} about={t("facts.empty.about")} />}
          {data && data.cells.length > 0 && <Table data={data} measure={measure} />}
          {data && data.rows_left_out + data.columns_left_out > 0 && <p className="explore-note">{t(leftOut(data), { rows: data.rows_left_out, columns: data.columns_left_out })}</p>}
        </Panel>
      )}
    </>
  );
}
