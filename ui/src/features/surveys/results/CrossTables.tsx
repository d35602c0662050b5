import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useSearchParams } from "react-router";
import { Figure, type Unit } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { crossingOf, resultsOf, type Crossing, type Survey } from "@/features/surveys/queries";
import { formatCount, formatDecimal } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Table = Crossing["tables"][number];

const writeP = (p: number) => (p < 0.001 ? "< .001" : `= ${formatDecimal(p, 3).replace(/^0/, "")}`);

function Test({ table }: { table: Table }) {
  const { t, find } = useI18n();
  const { test } = table;
  if (!test) return <span>{t("surveys.cross.several")}</span>;
  if (test.q === null || test.strength === null) return <span>{t("surveys.cross.none")}</span>;
  const verdict = test.q < 0.05 ? "surveys.cross.depends" : "surveys.cross.independent";
  return (
    <span className="num">
      {t(verdict)} {find(`surveys.test.${test.method}`) ?? test.method} q {writeP(test.q)} · V = {formatDecimal(test.strength, 2)} · {t("figure.n", { n: test.n })}
    </span>
  );
}

function Rows({ table, crossing }: { table: Table; crossing: Crossing }) {
  const { t, language } = useI18n();
  const metric: Unit = table.scores.some(({ method }) => method === "nps") ? "score" : table.scores.some(({ method }) => method === "wilson") ? "share" : "ratio";
  const max = Math.max(0.05, ...table.rows.flatMap(({ cells }) => cells.map(({ share }) => share.high ?? 0)));
  return (
    <div className="survey-scroll" tabIndex={0}>
      <table className="plain-table survey-cross">
        <thead>
          <tr>
            <th />
            {crossing.groups.map((group) => (
              <th key={group.value} scope="col">
                {group.text} <small className="num">{t("figure.n", { n: formatCount(group.n, language) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.scores.length > 0 && (
            <tr className="survey-cross-score">
              <th scope="row">{t("surveys.cross.score")}</th>
              {table.scores.map((score, place) => (
                <td key={place}>
                  <Figure estimate={score} unit={metric} max={metric === "score" ? 100 : metric === "share" ? 1 : 7} tone="accent" />
                </td>
              ))}
            </tr>
          )}
          {table.rows.map((row) => (
            <tr key={row.value}>
              <th scope="row">{row.text}</th>
              {row.cells.map((cell, place) => (
                <td key={place} data-direction={cell.direction}>
                  <Figure estimate={cell.share} unit="share" max={max} tone={cell.direction > 0 ? "accent" : "neutral"} />
                  <small className="num">
                    {formatCount(cell.count, language)}
                    {cell.direction !== 0 && <abbr title={t(cell.direction > 0 ? "surveys.cross.more" : "surveys.cross.less")}>{cell.direction > 0 ? " ▲" : " ▼"}</abbr>}
                  </small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every question by one division of the respondents; tests are corrected over all tables. */
export function CrossTables({ survey }: { survey: Survey }) {
  const { t, find } = useI18n();
  const [search, setSearch] = useSearchParams();
  const { data: results } = useQuery(resultsOf(survey.id));
  const divisions = results?.divisions ?? [];
  const by = divisions.find((name) => name === search.get("by")) ?? divisions[0];
  const { data, error, refetch } = useQuery({ ...crossingOf(survey.id, by ?? ""), enabled: by !== undefined });
  const titles = new Map(results?.questions.map(({ name, title }) => [name, title]));
  if (results && !by) return <Empty title={t("surveys.cross.empty")} about={t("surveys.cross.empty.about")} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !by) return <SkeletonRows rows={6} />;
  return (
    <div className="survey-cross-tables">
      <label className="survey-inline survey-by">
        {t("surveys.cross.by")}
        <Select
          value={by}
          popupMatchSelectWidth={false}
          options={divisions.map((value) => ({ value, label: titles.get(value) ?? find(`surveys.by.${value}` as WordKey) ?? value }))}
          onChange={(value: string) => setSearch({ view: "crossing", by: value })}
        />
      </label>
      <p className="quiet">{t("surveys.cross.about")}</p>
      {data.tables.map((table) => (
        <Panel key={table.name} title={table.title} aside={<Test table={table} />}>
          <Rows table={table} crossing={data} />
        </Panel>
      ))}
    </div>
  );
}
