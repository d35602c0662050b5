import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Counted, Estimate, FactDetail } from "@/api/types";
import { AuditMark } from "@/components/AuditMark";
import { Insufficient, useFigureText, type Unit } from "@/components/Figure";
import { How } from "@/components/How";
import { IntervalBar } from "@/components/IntervalBar";
import { Direction } from "@/components/Spark";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface CellProps {
  word: WordKey;
  estimate: Estimate | Counted;
  unit: Unit;
  max: number;
  tone?: "negative" | "accent" | "neutral";
  link: string;
  children?: ReactNode;
}

function Cell({ word, estimate, unit, max, tone, link, children }: CellProps) {
  const { t, language } = useI18n();
  const { write, words } = useFigureText();
  const thin = estimate.verdict === "insufficient" || estimate.value === null;
  return (
    <div className="fact-figure">
      <h2>{t(word)}</h2>
      <Link to={link}>
      {thin ? (
        <span>
          <Insufficient estimate={estimate} />
        </span>
      ) : (
        <>
          <span className="big num">
            {write(estimate.value!, unit)}
            {"count" in estimate && <small className="quiet" style={{ fontSize: 13, fontWeight: 400 }}> {t("unit.customers", { n: formatCount(estimate.count, language) })}</small>}
          </span>
          <IntervalBar estimate={estimate} max={max} tone={tone} />
          <span className="fact-path num">
            {words(estimate, unit)}
          </span>
        </>
      )}
      </Link>
      {children}
    </div>
  );
}

export function FactFigures({ fact }: { fact: FactDetail }) {
  const { t } = useI18n();
  const { write, range } = useFigureText();
  const { linkTo } = useFilters();
  const { aspect, trend } = fact;
  const all = linkTo("/understand/verbatims", { aspect });
  const negative = linkTo("/understand/verbatims", { aspect, sentiment: "-1" });
  const max = Math.max(fact.customers.high ?? 0, 0.05) * 1.2;
  return (
    <section className="panel fact-figures" aria-label={t("fact.figures")}>
      <span className="fact-how">
        <How about={fact.how} dated={fact} n={fact.base.customers} />
      </span>
      <Cell word="facts.customers" estimate={fact.customers} unit="share" max={max} tone="accent" link={all}>
        <AuditMark corrected={fact.corrected} share="customers" />
      </Cell>
      <Cell word="facts.negativeCustomers" estimate={fact.negative_customers} unit="share" max={max} tone="negative" link={negative}>
        <AuditMark corrected={fact.corrected} />
      </Cell>
      <Cell word="facts.intensity" estimate={fact.intensity} unit="ratio" max={1} link={negative} />
      <div className="fact-figure">
        <h2>{t("facts.trend")}</h2>
        <span className="big" style={{ fontSize: 18, lineHeight: 1.8 }}>
          <Direction direction={trend.direction} />
        </span>
        {trend.change.value !== null && (
          <span className="fact-path num">
            {t("fact.change", { size: write(trend.change.value, "share").replace("%", t("kpi.points")) })}
            {t("figure.comma")}
            {range(trend.change, "share")}
          </span>
        )}
      </div>
    </section>
  );
}
