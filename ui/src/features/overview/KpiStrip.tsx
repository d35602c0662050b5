import { Link } from "react-router";
import type { Dated, Kpi } from "@/api/types";
import { Insufficient, useFigureText, type Unit } from "@/components/Figure";
import { How } from "@/components/How";
import { IntervalBar } from "@/components/IntervalBar";
import { Skeleton } from "@/components/states";
import { useI18n } from "@/i18n/i18n";

/** Figures without an entry are neither good nor bad when they rise. */
const RISING_IS_GOOD: Record<string, boolean> = { negative_share: false, nps: true, rating: true };

/** A rating of five moves by hundredths, an NPS by whole points. */
const unitOf = ({ id, unit }: Kpi) => (id === "rating" ? "ratio" : unit) as Unit;

/** The natural scale of a figure, on which its interval is drawn. */
const AXES: Record<string, [number, number]> = { negative_share: [0, 1], nps: [-100, 100], rating: [1, 5] };

function KpiChange({ kpi }: { kpi: Kpi }) {
  const { t } = useI18n();
  const { write } = useFigureText();
  const { change, id } = kpi;
  const unit = unitOf(kpi);
  if (!change || change.value === null) return null;
  if (!change.significant) return <span>{t("kpi.noChange")}</span>;
  const rising = change.value > 0;
  const good = RISING_IS_GOOD[id];
  const tone = good === undefined ? undefined : rising === good ? "good" : "bad";
  const size = write(Math.abs(change.value), unit);
  const points = unit === "share" ? size.replace("%", t("kpi.points")) : size;
  return (
    <span className="direction" data-tone={tone}>
      {rising ? "↑" : "↓"} {t("kpi.change", { size: points })}
    </span>
  );
}

function KpiCell({ kpi }: { kpi: Kpi }) {
  const { name } = useI18n();
  const { write, words } = useFigureText();
  const { estimate, id } = kpi;
  const unit = unitOf(kpi);
  const axis = AXES[id];
  const thin = estimate.verdict === "insufficient" || estimate.value === null;
  const tone = id === "negative_share" ? "negative" : "accent";
  return (
    <Link className="kpi" to={kpi.link}>
      <span className="kpi-name">{name(kpi)}</span>
      {thin ? <Insufficient estimate={estimate} /> : <span className="kpi-value num">{write(estimate.value!, unit)}</span>}
      {!thin && estimate.low !== null && axis && <IntervalBar estimate={estimate} min={axis[0]} max={axis[1]} tone={tone} />}
      {!thin && unit !== "count" && (
        <span className="kpi-foot num">
          {words(estimate, unit)}
        </span>
      )}
      <span className="kpi-foot num">
        <KpiChange kpi={kpi} />
      </span>
    </Link>
  );
}

export function KpiStrip({ kpis, dated }: { kpis: Kpi[] | undefined; dated: Partial<Dated> | undefined }) {
  const { t } = useI18n();
  return (
    <section className="panel kpis" aria-label={t("overview.kpis")}>
      <span className="kpis-how">
        <How about="how.kpis" dated={dated} />
      </span>
      {kpis
        ? kpis.map((kpi) => <KpiCell key={kpi.id} kpi={kpi} />)
        : Array.from({ length: 5 }, (_, index) => (
            <div key={index} className="kpi">
              <Skeleton width={70} />
              <Skeleton width={110} height={30} />
              <Skeleton width={130} />
            </div>
          ))}
    </section>
  );
}
