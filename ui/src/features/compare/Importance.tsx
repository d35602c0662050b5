import { queryOptions, useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
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
import { useParam } from "@/filters/useParam";
import { useI18n } from "@/i18n/i18n";

const OUTCOMES = ["rating", "nps"] as const;
type Outcome = (typeof OUTCOMES)[number];

const performance = (query: FilterQuery, outcome: Outcome) =>
  queryOptions({
    queryKey: ["performance", query, outcome],
    queryFn: ({ signal }) => take(http.GET("/api/v1/performance", { params: { query: { ...query, aspect: undefined, outcome } }, signal })),
  });

/** 重要性–表现: what matters and is done badly comes first. */
export function Importance() {
  const { t, name } = useI18n();
  const { query } = useFilters();
  const { set, one } = useParam();
  const outcome = one("outcome", OUTCOMES, "rating");
  const { data, error, refetch } = useQuery(performance(query, outcome));
  const most = Math.max(0.01, ...(data?.aspects ?? []).map(({ importance }) => importance.high ?? 0));
  return (
    <>
      <FilterBar window={data?.window} shown={["taxonomy", "channel", "product", "segment", "region", "source"]} />
      <div className="compare-controls">
        <Segmented value={outcome} onChange={(value) => set("outcome", value)} options={[{ value: "rating", label: t("drivers.rating") }, { value: "nps", label: "NPS" }]} />
      </div>
      {!data && <Pending error={error} refetch={refetch} rows={8} />}
      {data?.aspects.length === 0 && (
        <Panel>
          <Empty title={t("figure.insufficient")} about={t("drivers.empty")} />
        </Panel>
      )}
      {data && data.aspects.length > 0 && (
        <div className="compare-stack">
          <AspectMap title="compare.map" found={data} customers={data.customers} />
          <Panel flush title={t("compare.quadrants")}>
            <div className="table-scroll" tabIndex={0}>
              <table className="plain-table">
                <Heads names={[t("facts.aspect"), t("drivers.importance"), t("compare.performance"), t("compare.quadrant")]} />
                <tbody>
                  {data.aspects.map((row) => (
                    <tr key={row.aspect}>
                      <td>
                        <Link to={row.link}>{name(row, row.aspect)}</Link>
                      </td>
                      <td>
                        <Figure estimate={row.importance} unit="share" max={most} tone="accent" showRange />
                      </td>
                      <td>
                        <SignedFigure estimate={row.performance} unit="ratio" reach={1} good="more" />
                      </td>
                      <td>
                        {t(`compare.quadrant.${row.quadrant}`)}
                        {!row.sure && <small className="quiet"> {t("compare.unsure")}</small>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Panel>
        </div>
      )}
    </>
  );
}
