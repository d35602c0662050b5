import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { SignedFigure } from "@/components/SignedFigure";
import { Empty } from "@/components/states";
import { AspectMap } from "@/features/compare/AspectMap";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Strength = components["schemas"]["StrengthOut"];

const strengths = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["strengths", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/strengths", { params: { query }, signal })),
  });

const FIRST = 12;

function List({ title, rows }: { title: WordKey; rows: Strength[] }) {
  const { t, name } = useI18n();
  const max = Math.max(0.01, ...rows.map(({ mentions }) => mentions.high ?? 0));
  return (
    <Panel flush title={t(title)}>
      {rows.length === 0 && <p className="compare-note">{t("roadmap.none")}</p>}
      <table className="plain-table">
        <Heads names={[t("facts.aspect"), t("compare.net"), t("facts.customers")]} />
        <tbody>
          {rows.slice(0, FIRST).map((row) => (
            <tr key={row.aspect}>
              <td>
                <Link to={row.link}>{name(row, row.aspect)}</Link>
              </td>
              <td>
                <SignedFigure estimate={row.net} unit="ratio" reach={1} good="more" />
              </td>
              <td>
                <Figure estimate={row.mentions} unit="share" max={max} tone="accent" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** 优劣势: praised by many, faulted by many; the line between them is zero. */
export function StrengthMatrix() {
  const { t } = useI18n();
  const { query } = useFilters();
  const { data, error, refetch } = useQuery(strengths(query));
  const weak = data?.aspects.filter(({ stance }) => stance === "weakness").reverse() ?? [];
  return (
    <>
      <FilterBar window={data?.window} shown={["taxonomy", "product", "channel", "segment", "region", "source"]} />
      {!data && <Pending error={error} refetch={refetch} rows={8} />}
      {data?.aspects.length === 0 && (
        <Panel>
          <Empty title={t("facts.empty")} about={t("facts.empty.about")} />
        </Panel>
      )}
      {data && data.aspects.length > 0 && (
        <div className="compare-stack">
          <AspectMap title="compare.matrix" found={data} customers={data.base.customers} />
          <div className="compare-pair">
            <List title="compare.strengths" rows={data.aspects.filter(({ stance }) => stance === "strength")} />
            <List title="compare.weaknesses" rows={weak} />
          </div>
        </div>
      )}
    </>
  );
}
