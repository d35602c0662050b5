import { Link, useSearchParams } from "react-router";
import { STAGES, type Opportunity, type Progress, type Stage } from "@/features/opportunities/queries";
import { opportunityLink } from "@/features/opportunities/words";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const MOST_FOUND = 8;

interface Card {
  key: string;
  zh: string;
  en: string;
  stage: Stage;
  owner: string | null;
  customers: number | null;
  realised: number | null;
}

/** What nobody has touched yet comes from the window, what somebody has from the ledger. */
function cardsOf(items: Opportunity[], taken: Progress[]): Card[] {
  const known = new Map(items.map((item) => [item.key, item]));
  const moved = taken.map(({ key, zh, en, stage, owner, realised_value, frozen }) => {
    const customers = known.get(key)?.customers.count ?? (frozen as { customers?: number }).customers ?? null;
    return { key, zh, en, stage, owner, customers, realised: realised_value };
  });
  const fresh = items
    .filter(({ stage, kind }) => stage === "found" && kind !== "praise")
    .slice(0, MOST_FOUND)
    .map(({ key, zh, en, stage, owner, customers }) => ({ key, zh, en, stage, owner, customers: customers.count, realised: null }));
  return [...fresh, ...moved];
}

/** From found to value realised, a lane each. */
export function Pipeline({ items, taken }: { items: Opportunity[]; taken: Progress[] }) {
  const { t, name, language } = useI18n();
  const [search] = useSearchParams();
  const cards = cardsOf(items, taken);
  return (
    <div className="opp-board">
      {STAGES.map((stage) => {
        const mine = cards.filter((card) => card.stage === stage);
        return (
          <section key={stage} className="opp-lane" aria-label={t(`opp.stage.${stage}`)}>
            <h2>
              {t(`opp.stage.${stage}`)} <span className="num quiet">{mine.length}</span>
            </h2>
            {mine.map((card) => (
              <Link key={card.key} className="opp-card" to={opportunityLink(card.key, search)}>
                <strong>{name(card, card.key)}</strong>
                <span className="quiet num">
                  {card.customers !== null && t("opp.customers", { n: formatCount(card.customers, language) })}
                  {card.owner && ` · ${card.owner}`}
                </span>
                {card.realised !== null && <span className="num">{t("opp.realised", { n: formatCount(Math.round(card.realised), language) })}</span>}
              </Link>
            ))}
            {mine.length === 0 && <p className="quiet">{t("opp.lane.empty")}</p>}
          </section>
        );
      })}
    </div>
  );
}
