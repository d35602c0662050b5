import { Link } from "react-router";
import { Spark } from "@/components/Spark";
import { SignalButtons } from "@/features/signals/SignalButtons";
import type { Signal } from "@/features/signals/queries";
import { useDimensionName, useValueName } from "@/features/signals/words";
import { formatAge, formatDateTime, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** How many people against the band of what was expected, in words and drawn. */
export function Unusual({ signal }: { signal: Signal }) {
  const { t } = useI18n();
  const { observed, expected, low, high } = signal;
  const top = Math.max(observed, high, 1) * 1.1;
  const at = (value: number) => `${(value / top) * 100}%`;
  const words = t("signal.unusual", { observed, expected: formatDecimal(expected), low: Math.round(low), high: Math.round(high) });
  return (
    <div className="signal-unusual">
      <svg role="img" aria-label={words} height="14" width="100%">
        <rect x={at(low)} width={at(high - low)} y="2" height="10" rx="2" fill="var(--neutral-soft)" />
        <line x1={at(expected)} x2={at(expected)} y1="2" y2="12" stroke="var(--ink-3)" />
        <circle cx={at(observed)} cy="7" r="4" fill="var(--negative)" />
      </svg>
      <span className="num">{words}</span>
    </div>
  );
}

export function SignalRow({ signal }: { signal: Signal }) {
  const { t, name, language } = useI18n();
  const dimension = useDimensionName();
  const valueName = useValueName();
  const { cause } = signal;
  return (
    <article className="signal" data-state={signal.state}>
      <div className="signal-score" title={t("signal.crisis.about")}>
        <strong className="num">{Math.round(signal.crisis)}</strong>
        <span className="quiet">{t("signal.crisis")}</span>
      </div>
      <div className="signal-body">
        <header>
          {(signal.active || signal.state !== "open") && (
            <span className="state" data-state={signal.state}>
              {t(`signal.state.${signal.state}`)}
            </span>
          )}
          {!signal.active && (
            <span className="state" title={formatDateTime(signal.last_seen_at, language)}>
              {t("signal.faded")}
            </span>
          )}
          <h3>
            <Link to={`/understand/signals/${signal.id}`}>{name(signal, "")}</Link>
          </h3>
          <time className="num" dateTime={signal.since} title={formatDateTime(signal.since, language)}>
            {t("signal.since", { age: formatAge(signal.since, language) })}
          </time>
        </header>
        <Unusual signal={signal} />
        {cause && (
          <p className="signal-cause">
            {t("signal.cause.line", {
              dimension: dimension(cause.dimension),
              value: valueName(cause.dimension, cause.value),
              share: formatPercent(cause.share.value ?? 0, 0),
              others: formatPercent(cause.others.value ?? 0, 0),
            })}
          </p>
        )}
        <SignalButtons signal={signal} />
      </div>
      <Spark values={signal.days.slice(-42).map((day) => day.observed)} label={t("signal.days")} />
    </article>
  );
}
