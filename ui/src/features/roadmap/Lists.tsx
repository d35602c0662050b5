import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { Dated, Fact, FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { useI18n, type WordKey } from "@/i18n/i18n";

const priorities = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["priorities", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/priorities", { params: { query }, signal })),
  });

function List({ title, about, facts, dated }: { title: WordKey; about: WordKey; facts: Fact[] | undefined; dated: Partial<Dated> | undefined }) {
  const { t, name } = useI18n();
  const max = Math.max(0.01, ...(facts ?? []).map(({ negative_customers }) => negative_customers.high ?? 0));
  return (
    <Panel flush title={t(title)} aside={<How about="how.lists" dated={dated} />}>
      <p className="roadmap-note">{t(about)}</p>
      {!facts && <SkeletonRows rows={3} />}
      {facts?.length === 0 && <p className="roadmap-note">{t("roadmap.none")}</p>}
      <table className="plain-table">
        <tbody>
          {facts?.map((fact) => (
            <tr key={fact.aspect}>
              <td>
                <Link to={fact.link}>{name(fact, fact.aspect)}</Link>
              </td>
              <td>
                <Figure estimate={fact.negative_customers} unit="share" max={max} tone="negative" showRange />
              </td>
              <td>
                <Figure estimate={fact.intensity} unit="ratio" max={1} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** What loud voices hide: common but mild, and rare but fierce; and who says the same again and again. */
export function Lists({ query }: { query: FilterQuery }) {
  const { t, name } = useI18n();
  const { data } = useQuery(priorities(query));
  return (
    <div className="roadmap-lists">
      <List title="roadmap.quiet" about="roadmap.quiet.about" facts={data?.quiet} dated={data} />
      <List title="roadmap.loud" about="roadmap.loud.about" facts={data?.loud} dated={data} />
      <Panel flush title={t("roadmap.repeated")} aside={<How about="how.repeated" dated={data} />}>
        <p className="roadmap-note">{t("roadmap.repeated.about")}</p>
        {data?.repeated.length === 0 && <p className="roadmap-note">{t("roadmap.none")}</p>}
        <table className="plain-table">
          <tbody>
            {data?.repeated.map((one) => (
              <tr key={`${one.aspect} ${one.term}`}>
                <td>
                  <Link to={one.link}>{`${name(one, one.aspect)} · ${one.term}`}</Link>
                </td>
                <td className="num">{t("roadmap.messages", { n: one.messages, customers: one.customers.count })}</td>
                <td>
                  <Figure estimate={one.per_customer} unit="score" max={10} showRange />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}
