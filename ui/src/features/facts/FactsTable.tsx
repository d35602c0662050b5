import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Fact, FactsQuery } from "@/api/types";
import { Icon } from "@/components/Icon";
import { FactRow, type Scales } from "@/features/facts/FactRow";
import { useI18n, type WordKey } from "@/i18n/i18n";
import { useRowKeys } from "@/components/useRowKeys";
import { useFilters } from "@/filters/filters";

export type Sort = NonNullable<FactsQuery["sort"]>;

const COLUMNS: { word: WordKey; sort?: Sort; width?: string }[] = [
  { word: "facts.aspect", width: "15%" },
  { word: "facts.negativeCustomers", sort: "negative_customers", width: "22%" },
  { word: "facts.customers", sort: "customers", width: "15%" },
  { word: "facts.negative", sort: "share_negative", width: "14%" },
  { word: "facts.intensity", sort: "intensity", width: "12%" },
  { word: "facts.trend", sort: "trend", width: "14%" },
];

/** Long tails stay folded until asked for. */
const FIRST = 25;

const top = (values: (number | null)[]) => Math.max(0.01, ...values.map((value) => value ?? 0));

export function FactsTable({ facts, sort, onSort }: { facts: Fact[]; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { linkTo } = useFilters();
  const [, setSearch] = useSearchParams();
  const act = (aspect: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("new-action", aspect);
      return next;
    });
  const [all, setAll] = useState(false);
  const shown = all ? facts : facts.slice(0, FIRST);
  const current = useRowKeys(shown.length, {
    open: (index) => void navigate(linkTo(`/understand/facts/${facts[index]!.aspect}`)),
    act: (index) => act(facts[index]!.aspect),
  });
  const scales: Scales = {
    negative: top(facts.map((fact) => fact.negative_customers.high)),
    customers: top(facts.map((fact) => fact.customers.high)),
    share: 1,
    intensity: top(facts.map((fact) => fact.intensity.high)),
  };
  return (
    <table className="facts-table">
      <thead>
        <tr>
          {COLUMNS.map(({ word, sort: by, width }) => (
            <th key={word} scope="col" style={{ width }} aria-sort={by && by === sort ? "descending" : undefined}>
              {by ? (
                <button type="button" onClick={() => onSort(by)}>
                  {t(word)}
                  {by === sort && <Icon name="down" size={12} />}
                </button>
              ) : (
                t(word)
              )}
            </th>
          ))}
          <th>
            <span className="sr-only">{t("facts.do")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((fact, index) => (
          <FactRow key={fact.aspect} fact={fact} scales={scales} current={index === current} onAct={() => act(fact.aspect)} />
        ))}
      </tbody>
      {facts.length > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={COLUMNS.length + 1}>
              <button type="button" className="row-action" onClick={() => setAll(true)}>
                {t("facts.rest", { n: facts.length - shown.length })}
              </button>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
