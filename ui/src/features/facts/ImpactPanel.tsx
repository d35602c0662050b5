import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/schema";
import type { FilterQuery } from "@/api/types";
import { useFigureText, type Unit } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { SkeletonRows } from "@/components/states";
import { impact } from "@/features/facts/queries";
import { useI18n } from "@/i18n/i18n";

type Impact = components["schemas"]["ImpactOut"];

function Row({ one }: { one: Impact }) {
  const { t } = useI18n();
  const { write, range } = useFigureText();
  const unit = one.unit as Unit;
  const { difference, complaining, others, lift } = one;
  const reach = Math.max(0.01, Math.abs(difference.low ?? 0), Math.abs(difference.high ?? 0));
  const known = complaining.value !== null && others.value !== null && difference.verdict === "ok";
  return (
    <li className="impact-row">
      <span>
        {t(`impact.${one.on}`)}
        {one.significant && <span className="unusual" data-higher={(difference.value ?? 0) < 0}>{t((difference.value ?? 0) < 0 ? "impact.lower" : "impact.higher")}</span>}
        {known && (
          <small className="num">
            {t("impact.both", { there: write(complaining.value!, unit), elsewhere: write(others.value!, unit) })}
          </small>
        )}
      </span>
      <span>
        <SignedFigure estimate={difference} unit={unit} reach={reach} good="more" />
        {lift && lift.verdict === "ok" && lift.value !== null && (
          <small className="num quiet">{t("impact.lift", { size: write(lift.value, unit), range: range(lift, unit) })}</small>
        )}
      </span>
    </li>
  );
}

/** What goes together with complaining of this aspect: rating, NPS, buying again. */
export function ImpactPanel({ aspect, query }: { aspect: string; query: FilterQuery }) {
  const { t } = useI18n();
  const { data, error } = useQuery(impact(aspect, query));
  // Readers without purchases in sight have no such figure.
  if (error) return null;
  return (
    <Panel title={t("impact.title")} aside={data && <How about={data.how} dated={data} />}>
      {!data && <SkeletonRows rows={3} />}
      <ul className="impact-list">{data?.impacts.map((one) => <Row key={one.on} one={one} />)}</ul>
    </Panel>
  );
}
