import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { rivals, type Rival } from "@/features/opportunities/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function RivalPanel({ rival }: { rival: Rival }) {
  const { t, name, language } = useI18n();
  return (
    <Panel
      title={rival.name}
      aside={
        <Link className="link num" to={rival.link}>
          {t("opp.rival.named", { n: formatCount(rival.customers.count, language) })}
        </Link>
      }
    >
      <dl className="opp-rival">
        <dt>{t("opp.rival.behind")}</dt>
        <dd>
          <Figure estimate={rival.behind} unit="share" max={1} tone="negative" showRange />
        </dd>
        {rival.standings.map((standing) => (
          <div key={standing.aspect} className="opp-rival-row">
            <dt>{t("opp.rival.in", { aspect: name(standing, standing.aspect) })}</dt>
            <dd>
              <Figure estimate={standing.behind} unit="share" max={1} tone="negative" showRange />
              {standing.evidence[0] && (
                <Link className="opp-quote" to={`/understand/verbatims?voice=${standing.evidence[0].feedback_id}`}>
                  “…{standing.evidence[0].words}…”
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="opp-sub">{t("opp.rival.leaving", { n: formatCount(rival.leaving.count, language) })}</h3>
      {rival.reasons.length === 0 && <p className="quiet">{t("opp.rival.noReason")}</p>}
      <ul className="opp-reasons">
        {rival.reasons.map((reason) => (
          <li key={reason.aspect}>
            {name(reason, reason.aspect)} <span className="num quiet">{t("opp.customers", { n: reason.customers.count })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who customers say is better at what, and why they go over. */
export function Rivals({ query }: { query: FilterQuery }) {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(rivals(query));
  if (!data) return <Pending error={error} refetch={refetch} rows={4} height={72} />;
  if (data.items.length === 0)
    return (
      <Panel>
        <Empty icon="understand" title={t("opp.rival.none")} about={t("opp.rival.none.about")} />
      </Panel>
    );
  return (
    <>
      <p className="quiet">{t("opp.rival.about")}</p>
      <div className="opp-rivals">
        {data.items.map((rival) => (
          <RivalPanel key={rival.name} rival={rival} />
        ))}
      </div>
    </>
  );
}
