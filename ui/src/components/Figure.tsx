import { Tooltip } from "antd";
import type { Estimate } from "@/api/types";
import { IntervalBar } from "@/components/IntervalBar";
import { formatCount, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n, type Language } from "@/i18n/i18n";

export type Unit = "share" | "count" | "score" | "ratio";

/** Writes one number of the API in its unit. */
export function writeValue(value: number, unit: Unit, language: Language): string {
  const written = plainValue(value, unit, language);
  return /[1-9]/.test(written) ? written.replace("-", "−") : written.replace("-", "");
}

function plainValue(value: number, unit: Unit, language: Language): string {
  if (unit === "share") return formatPercent(value);
  if (unit === "count") return formatCount(Math.round(value), language);
  return formatDecimal(value, unit === "ratio" ? 2 : 1);
}

export function useFigureText() {
  const { language, t } = useI18n();
  const write = (value: number, unit: Unit) => writeValue(value, unit, language);
  const sample = ({ n }: Estimate) => t("figure.n", { n: formatCount(n, language) });
  const range = ({ low, high }: Pick<Estimate, "low" | "high">, unit: Unit) => {
      if (low === null || high === null) return "";
      const words = { low: write(low, unit).replace("%", ""), high: write(high, unit) };
      return t(low < 0 ? "figure.range.signed" : "figure.range", words);
  };
  return {
    write,
    range,
    words: (estimate: Estimate, unit: Unit) =>
      [range(estimate, unit), sample(estimate)].filter(Boolean).join(t("figure.comma")),
  };
}

/** 证据不足 is an answer: it says how much evidence there is and what would be enough. */
export function Insufficient({ estimate, minimum = 30 }: { estimate: Estimate; minimum?: number }) {
  const { t } = useI18n();
  return (
    <Tooltip title={t("figure.insufficient.why", { n: estimate.n, minimum })}>
      <span className="insufficient" tabIndex={0}>
        {t("figure.insufficient")}
        <span className="num">{t("figure.n", { n: estimate.n })}</span>
      </span>
    </Tooltip>
  );
}

interface Props {
  estimate: Estimate;
  unit: Unit;
  max: number;
  tone?: "negative" | "positive" | "accent" | "neutral";
  showRange?: boolean;
}

/** Value and drawn interval on one line, for tables; the words of the interval on hover and for screen readers. */
export function Figure({ estimate, unit, max, tone, showRange = false }: Props) {
  const text = useFigureText();
  if (estimate.verdict === "insufficient" || estimate.value === null) return <Insufficient estimate={estimate} />;
  const words = text.words(estimate, unit);
  return (
    <Tooltip title={words}>
      <span className="estimate">
        <span className="estimate-value">{text.write(estimate.value, unit)}</span>
        <IntervalBar estimate={estimate} max={max} tone={tone} label={words} />
        {showRange && <span className="estimate-range">{words}</span>}
      </span>
    </Tooltip>
  );
}
