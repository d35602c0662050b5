import { queryOptions, useQuery } from "@tanstack/react-query";
import { InputNumber } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { DIMENSIONS, SidePicker, type Dimension } from "@/features/compare/SidePicker";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useParam } from "@/filters/useParam";
import { useI18n } from "@/i18n/i18n";

const PARTS = ["rating", "net", "voice"] as const;
const FULL = 100;
const CHANGE_REACH = 10;

interface Asked {
  by: Dimension;
  side: string[];
  rating_weight?: number;
  net_weight?: number;
  voice_weight?: number;
}

const reputation = (query: FilterQuery, asked: Asked) =>
  queryOptions({
    queryKey: ["reputation", query, asked],
    queryFn: ({ signal }) => take(http.GET("/api/v1/reputation", { params: { query: { ...query, ...asked } }, signal })),
    placeholderData: (before) => before,
  });

/** 口碑指数: one number, its formula in sight, its weights the reader's own. */
export function Reputation() {
  const { t, name } = useI18n();
  const { query } = useFilters();
  const { search, set, one } = useParam();
  const by = one("by", DIMENSIONS, "product");
  const weight = (part: string) => (search.get(part) === null ? undefined : Number(search.get(part)));
  const asked: Asked = { by, side: search.getAll("side"), rating_weight: weight("rating_weight"), net_weight: weight("net_weight"), voice_weight: weight("voice_weight") };
  const { data, error, refetch } = useQuery(reputation(query, asked));
  return (
    <>
      <FilterBar window={data?.window} shown={["taxonomy", "channel", "product", "segment", "region", "source"]} />
      <div className="compare-controls">
        {data && <SidePicker by={by} shown={data.groups.map(({ side }) => side)} choices={data.choices} />}
        {data &&
          PARTS.map((part, at) => (
            <label key={part}>
              {t("compare.weight", { part: t(`compare.part.${part}`) })}
              <InputNumber min={0} max={1} step={0.1} value={Math.round((data.weights[at] ?? 0) * 100) / 100} onChange={(value) => set(`${part}_weight`, value === null ? null : String(value))} />
            </label>
          ))}
      </div>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!(error && !data) && (
        <Panel flush title={t("compare.tab.reputation")} aside={data && <How about={data.formula} dated={data} />}>
          {data && <p className="compare-note">{name(data.formula)}</p>}
          {!data && <SkeletonRows rows={5} />}
          {data?.groups.length === 0 && <Empty title={t("facts.empty")} about={t("facts.empty.about")} />}
          {data && data.groups.length > 0 && (
            <div className="table-scroll" tabIndex={0}>
              <table className="plain-table">
                <Heads names={[t(`explore.${by}`), t("compare.index"), t("compare.change"), ...PARTS.map((part) => t(`compare.part.${part}`))]} />
                <tbody>
                  {data.groups.map((group) => (
                    <tr key={group.side.id}>
                      <th scope="row">
                        <Link to={group.side.link}>{name(group.side, group.side.id)}</Link>
                      </th>
                      <td>
                        <Figure estimate={group.index} unit="score" max={FULL} tone="accent" showRange />
                      </td>
                      <td>
                        <SignedFigure estimate={group.change} unit="score" reach={CHANGE_REACH} good="more" />
                      </td>
                      {PARTS.map((part) => (
                        <td key={part}>
                          <Figure estimate={group[part]} unit="score" max={FULL} showRange />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Panel>
      )}
    </>
  );
}
