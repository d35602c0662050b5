import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Fact } from "@/api/types";
import { Figure } from "@/components/Figure";
import { useAspectPath } from "@/components/useAspectName";
import { Icon } from "@/components/Icon";
import { Direction, Spark } from "@/components/Spark";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export interface Scales {
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
  return (
    <tr ref={row} data-current={current}>
      <td>
        <Link className="fact-name" to={linkTo(`/understand/facts/${fact.aspect}`)}>
          {name(fact, fact.aspect)}
          {path && <span className="fact-path">{path}</span>}
        </Link>
      </td>
      <td data-wide data-label={t("facts.customers")}>
        <Link className="fact-count" to={linkTo("/understand/verbatims", { aspect: fact.aspect })}>
          <Figure estimate={fact.customers} unit="share" max={scales.customers} tone="accent" />
          <span className="quiet num">{t("unit.people", { n: formatCount(fact.customers.count, language) })}</span>
        </Link>
      </td>
      <td data-wide data-label={t("facts.negative")}>
        <Link to={linkTo("/understand/verbatims", { aspect: fact.aspect, sentiment: "-1" })}>
          <Figure estimate={fact.share_negative} unit="share" max={scales.share} tone="negative" />
        </Link>
      </td>
      <td data-wide data-label={t("facts.intensity")}>
        <Figure estimate={fact.intensity} unit="ratio" max={scales.intensity} />
      </td>
      <td data-hide>
        <span className="fact-trend">
          <Spark values={fact.trend.weeks.map((week) => week.customers)} label={t("fact.weeks")} />
          <Direction direction={fact.trend.direction} />
        </span>
      </td>
      <td>
        <span className="row-actions">
          <Link className="row-action" to={linkTo("/understand/verbatims", { aspect: fact.aspect })}>
            <Icon name="quote" size={14} />
            {t("nav.verbatims")}
          </Link>
          <button type="button" className="row-action" onClick={onAct}>
            <Icon name="plus" size={14} />
            {t("action.create")}
          </button>
        </span>
      </td>
    </tr>
  );
}
