import { useI18n, type WordKey } from "@/i18n/i18n";

const MARKS: Record<number, { mark: string; key: WordKey }> = {
  "-1": { mark: "−", key: "polarity.negative" },
  "0": { mark: "·", key: "polarity.neutral" },
  "1": { mark: "+", key: "polarity.positive" },
};

/** Polarity in a sign and a word as well as a colour. */
export function Polarity({ sentiment, label }: { sentiment: number | null; label?: string }) {
  const { t } = useI18n();
  if (sentiment === null) return null;
  const { mark, key } = MARKS[Math.sign(sentiment)]!;
  return (
    <span className="polarity" data-sentiment={sentiment}>
      <span aria-hidden>{mark}</span>
      {label && <span className="sr-only">{t(key)}</span>}
      {label ?? t(key)}
    </span>
  );
}
