import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Fact } from "@/api/types";
import { AuditMark } from "@/components/AuditMark";
import { Figure } from "@/components/Figure";
import { useAspectPath } from "@/components/useAspectName";
import { Icon } from "@/components/Icon";
import { Direction, Spark, unhappyShares } from "@/components/Spark";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export interface Scales {
  negative: number;
  customers: number;
  share: number;
  intensity: number;
}

export function FactRow({ fact, scales, current, onAct }: { fact: Fact; scales: Scales; current: boolean; onAct: () => void }) {
  const { t, name, language } = useI18n();
  const { linkTo } = useFilters();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const path = useAspectPath()(fact);
  const all = linkTo("/understand/verbatims", { aspect: fact.aspect });
  const negative = linkTo("/understand/verbatims", { aspect: fact.aspect, sentiment: "-1" });
  return (
    <tr ref={row} data-current={current}>
      <td>
        <Link className="fact-name" to={linkTo(`/understand/facts/${fact.aspect}`)}>
          {name(fact, fact.aspect)}
          {path && <span className="fact-path">{path}</span>}
        </Link>
      </td>
      <td data-wide data-label={t("facts.negativeCustomers")}>
        <Link className="fact-count" to={negative}>
          <Figure estimate={fact.negative_customers} unit="share" max={scales.negative} tone="negative" />
          <span className="quiet num">{t("unit.people", { n: formatCount(fact.negative_customers.count, language) })}</span>
        </Link>
        <AuditMark corrected={fact.corrected} />
      </td>
      <td data-wide data-label={t("facts.customers")}>
        <Link to={all}>
          <Figure estimate={fact.customers} unit="share" max={scales.customers} tone="accent" />
        </Link>
      </td>
      <td data-wide data-label={t("facts.negative")}>
        <Link to={negative}>
          <Figure estimate={fact.share_negative} unit="share" max={scales.share} />
        </Link>
      </td>
      <td data-wide data-label={t("facts.intensity")}>
        <Figure estimate={fact.intensity} unit="ratio" max={scales.intensity} />
      </td>
      <td data-hide>
        <span className="fact-trend">
          <Spark values={unhappyShares(fact.trend)} label={t("fact.weeks")} />
          <Direction direction={fact.trend.direction} />
        </span>
      </td>
      <td>
        <span className="row-actions">
          <Link className="icon-button" to={all} aria-label={t("nav.verbatims")} title={t("nav.verbatims")}>
            <Icon name="quote" size={15} />
          </Link>
          <button type="button" className="row-action" onClick={onAct} aria-label={t("action.create")} title={t("action.create")}>
            <Icon name="plus" size={14} />
            {t("nav.act")}
          </button>
        </span>
      </td>
    </tr>
  );
}
