import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useSearchParams } from "react-router";
import { ExportMenu, type FileKind } from "@/components/ExportMenu";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { crossing, crossWindow, type CrossSide, type CustomerCrossing } from "@/features/customers/queries";
import { fileHref } from "@/filters/fileHref";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const SIDES: CrossSide[] = ["social", "service", "sentiment", "spend", "orders", "lifetime", "friction", "stage", "rfm_class", "group", "segment", "region"];

function Related({ data }: { data: CustomerCrossing }) {
  const { t, language } = useI18n();
  const { tested } = data;
  if (!tested) return null;
  const p = tested.p_value < 0.001 ? "< 0.001" : `= ${tested.p_value.toFixed(3)}`;
  const words = { v: tested.strength.toFixed(2), p, n: formatCount(tested.n, language) };
  return <p className="answer">{t(tested.p_value < 0.05 ? "customers.cross.tested" : "customers.cross.untied", words)}</p>;
}

function Table({ data }: { data: CustomerCrossing }) {
  const { name, language } = useI18n();
  const cells = new Map(data.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const max = Math.max(0.01, ...data.cells.map(({ share }) => share.high ?? 0));
  const size = (row: string) => data.cells.find((cell) => cell.row === row)?.share.n ?? 0;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="table">
      <table className="plain-table">
        <Heads names={["", ...data.columns.map((column) => name(column, column.id))]} />
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {name(row, row.id)} <small className="num quiet">{formatCount(size(row.id), language)}</small>
              </th>
              {data.columns.map((column) => {
                const cell = cells.get(`${row.id} ${column.id}`);
                return (
                  <td key={column.id} className="cross-cell">
                    {cell ? <Figure estimate={cell.share} unit="share" max={max} tone="accent" showRange /> : "—"}
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

/** 交叉分析: any two sides of voice, value and behaviour; the address of the page is the question. */
export function Crossings() {
  const { t, name } = useI18n();
  const [search, setSearch] = useSearchParams();
  const chosen = (key: string, otherwise: CrossSide) => SIDES.find((side) => side === search.get(key)) ?? otherwise;
  const row = chosen("row", "social");
  const column = chosen("column", "spend");
  const { data, error, refetch } = useQuery(crossing(row, column));
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const options = (other: CrossSide) => SIDES.map((value) => ({ value, label: t(`customers.side.${value}` as WordKey), disabled: value === other }));
  const file = (kind: FileKind) => fileHref("/customers/cross/file", crossWindow(), { row, column, kind });
  return (
    <div className="questions">
      <p className="quiet">{t("customers.cross.about")}</p>
      <div className="cross-controls">
        <label>
          {t("customers.cross.rows")}
          <Select value={row} options={options(column)} onChange={(value: string) => set("row", value)} aria-label={t("customers.cross.rows")} />
        </label>
        <label>
          {t("customers.cross.columns")}
          <Select value={column} options={options(row)} onChange={(value: string) => set("column", value)} aria-label={t("customers.cross.columns")} />
        </label>
        <ExportMenu href={file} kinds={["csv", "xlsx"]} />
      </div>
      {!data && <Pending error={error} refetch={refetch} rows={6} />}
      {data?.cells.length === 0 && <Empty title={t("customers.cross.none")} />}
      {data && data.cells.length > 0 && (
        <Panel title={`${t(`customers.side.${row}` as WordKey)} × ${t(`customers.side.${column}` as WordKey)}`} aside={<How about="customers.cross.how" n={data.customers} dated={data} />}>
          <Related data={data} />
          <Table data={data} />
          <p className="caveat">
            {name({ zh: data.match.caveat_zh, en: data.match.caveat_en })} <span className="num">{t("customers.window", data.window)}</span>
          </p>
        </Panel>
      )}
    </div>
  );
}
