import type { Estimate } from "@/api/types";

interface Props {
  estimate: Estimate;
  /** The right end of the axis this bar shares with its neighbours. */
  max: number;
  /** The left end; a bar is drawn from zero only, so a shifted axis shows the interval alone. */
  min?: number;
  tone?: "negative" | "positive" | "accent" | "neutral";
  label?: string;
}

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

/** A bar to the value, a whisker over the interval: the uncertainty is drawn, not only written. */
export function IntervalBar({ estimate, max, min = 0, tone = "neutral", label }: Props) {
  const { value, low, high, verdict } = estimate;
  const at = (x: number) => `${Math.min(100, Math.max(0, ((x - min) / (max - min || 1)) * 100))}%`;
  const colour = tone === "neutral" ? "var(--ink-3)" : `var(--${tone})`;
  const isThin = verdict === "insufficient";
  return (
    <svg className="interval" role={label ? "img" : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke="var(--line)" strokeWidth="1" />
      {value !== null && !isThin && min === 0 && (
        <rect x="0" y={MIDDLE - 3} width={at(value)} height="6" rx="1.5" fill={colour} opacity="0.3" />
      )}
      {low !== null && high !== null && (
        <g stroke={colour} strokeWidth="1.5" strokeDasharray={isThin ? "2 3" : undefined}>
          <line x1={at(low)} x2={at(high)} y1={MIDDLE} y2={MIDDLE} />
          <line x1={at(low)} x2={at(low)} y1={MIDDLE - 3.5} y2={MIDDLE + 3.5} />
          <line x1={at(high)} x2={at(high)} y1={MIDDLE - 3.5} y2={MIDDLE + 3.5} />
        </g>
      )}
      {value !== null && !isThin && <circle cx={at(value)} cy={MIDDLE} r="3" fill={colour} />}
    </svg>
  );
}
