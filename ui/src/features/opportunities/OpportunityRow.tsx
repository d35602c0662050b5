import { Tooltip } from "antd";
import { Link, useSearchParams } from "react-router";
import { Figure, useFigureText } from "@/components/Figure";
import { IntervalBar } from "@/components/IntervalBar";
import type { Opportunity } from "@/features/opportunities/queries";
import { opportunityLink } from "@/features/opportunities/words";
import { formatCount, formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const MOST_SCORE = 20;

/** The opportunity score of twenty, with its interval drawn. */
export function ScoreMark({ item }: { item: Opportunity }) {
  const { t } = useI18n();
  const text = useFigureText();
  const { score, importance, satisfaction } = item.score;
  if (score.value === null) return <span className="quiet">{t("figure.insufficient")}</span>;
  const words = t("opp.score.words", {
    score: text.write(score.value, "score"),
    range: text.range(score, "score"),
    importance: text.write(importance, "score"),
    satisfaction: satisfaction === null ? "—" : text.write(satisfaction, "score"),
  });
  return (
    <Tooltip title={words}>
      <span className="opp-score">
        <strong className="num">{text.write(score.value, "score")}</strong>
        <IntervalBar estimate={score} max={MOST_SCORE} tone="accent" label={words} />
      </span>
    </Tooltip>
  );
}

export function Tags({ item }: { item: Opportunity }) {
  const { t, language } = useI18n();
  return (
    <div className="opp-tags">
      {item.kano !== "unclear" && <span className="need">{t(`opp.kano.${item.kano}`)}</span>}
      {item.growth.is_new && <span className="need">{t("opp.new", { day: formatDay(item.growth.first_day, language) })}</span>}
      {item.growth.change.low !== null && item.growth.change.low > 0 && <span className="need">{t("opp.growing")}</span>}
      {item.growth.change.high !== null && item.growth.change.high < 0 && <span className="need">{t("opp.fading")}</span>}
      {item.value.known > 0 && (
        <span className="quiet num">
          {t("opp.value", { known: formatCount(item.value.known, language), total: formatCount(Math.round(item.value.total), language) })}
        </span>
      )}
    </div>
  );
}

/** One opportunity: how big, how much wanted, in whose words, how far we are with it. */
export function OpportunityRow({ item, max }: { item: Opportunity; max: number }) {
  const { t, name, language } = useI18n();
  const [search] = useSearchParams();
  return (
    <article className="opp" data-stage={item.stage}>
      <ScoreMark item={item} />
      <div className="opp-body">
        <header>
          <h3>
            <Link to={opportunityLink(item.key, search)}>{name(item, item.key)}</Link>
          </h3>
          {item.stage !== "found" && (
            <span className="opp-stage" data-stage={item.stage}>
              {t(`opp.stage.${item.stage}`)}
              {item.owner && ` · ${item.owner}`}
            </span>
          )}
        </header>
        <p className="opp-quotes">
          {item.quotes.slice(0, 2).map((quote) => (
            <q key={quote}>{quote}</q>
          ))}
        </p>
        <Tags item={item} />
      </div>
      <div className="opp-size">
        <Link className="num" to={item.link}>
          {t("opp.customers", { n: formatCount(item.customers.count, language) })}
        </Link>
        <Figure estimate={item.customers} unit="share" max={max} tone="accent" />
      </div>
    </article>
  );
}
