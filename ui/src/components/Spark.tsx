import { Icon } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";
import type { Direction as DirectionName, Fact } from "@/api/types";

const WIDTH = 96;
const HEIGHT = 26;

/** Fewer than these say nothing of a week: one that has only begun would seem to plunge. */
const ENOUGH = 30;

/** The unhappy share of each week, which the verdict beside the spark is about. */
export function unhappyShares({ weeks }: Fact["trend"]): number[] {
  return weeks.filter(({ base }) => base >= ENOUGH).map(({ negative, base }) => negative / base);
}

/** The shape of some weeks; the figures are on the detail page. */
export function Spark({ values, label }: { values: number[]; label: string }) {
  if (values.length < 2) return null;
  const top = Math.max(...values) || 1;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * (WIDTH - 4) + 2;
    return `${x.toFixed(1)},${(HEIGHT - 3 - (value / top) * (HEIGHT - 6)).toFixed(1)}`;
  });
  const last = points.at(-1)!.split(",");
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      <polyline points={points.join(" ")} fill="none" stroke="var(--ink-3)" strokeWidth="1.4" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      <circle cx={last[0]} cy={last[1]} r="2" fill="var(--ink)" />
    </svg>
  );
}

/** The server's verdict on a trend; rising trouble is toned, a flat line is not. */
export function Direction({ direction, risingIsBad = true }: { direction: DirectionName; risingIsBad?: boolean }) {
  const { t } = useI18n();
  const moving = direction === "up" || direction === "down";
  const tone = !moving ? undefined : (direction === "up") === risingIsBad ? "bad" : "good";
  return (
    <span className="direction" data-tone={tone}>
      <Icon name={direction} size={13} />
      {t(`direction.${direction}`)}
    </span>
  );
}
