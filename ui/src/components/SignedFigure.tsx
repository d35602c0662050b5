import type { Estimate } from "@/api/types";
import { Insufficient, useFigureText, type Unit } from "@/components/Figure";
import { IntervalBar } from "@/components/IntervalBar";

interface Props {
  estimate: Estimate;
  unit: Unit;
  /** How far the axis reaches on either side of nothing. */
  reach: number;
  /** Whether more is good, bad or neither: the tone follows the sign. */
  good?: "more" | "less";
}

/** What may as well be nothing is neither good nor bad. */
function toneOf({ low, high }: Estimate, good: Props["good"]): "positive" | "negative" | "accent" | "neutral" {
  if (low === null || high === null || (low <= 0 && high >= 0)) return "neutral";
  if (!good) return "accent";
  return low > 0 === (good === "more") ? "positive" : "negative";
}

/** A figure that lies on both sides of nothing, and so does its axis. */
export function SignedFigure({ estimate, unit, reach, good }: Props) {
  const text = useFigureText();
  if (estimate.verdict === "insufficient" || estimate.value === null) return <Insufficient estimate={estimate} />;
  const words = text.words(estimate, unit);
  return (
    <span className="estimate">
      <span className="estimate-value">{text.write(estimate.value, unit)}</span>
      <IntervalBar estimate={estimate} min={-reach} max={reach} tone={toneOf(estimate, good)} label={words} />
      <span className="estimate-range">{words}</span>
    </span>
  );
}
