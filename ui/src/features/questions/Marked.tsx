import type { QuestionFinding } from "@/features/questions/useLint";

interface Stretch {
  from: number;
  words: string;
  rules: string[];
}

/** Cuts a text wherever a finding begins or ends; offsets count Unicode code points. */
function stretches(text: string, findings: readonly QuestionFinding[]): Stretch[] {
  const points = Array.from(text);
  const cuts = new Set([0, points.length, ...findings.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? points.length;
    const rules = findings.filter((finding) => finding.start <= from && finding.end >= to).map(({ rule }) => rule);
    return { from, words: points.slice(from, to).join(""), rules };
  });
}

/** A question with its faults underlined. */
export function Marked({ text, findings }: { text: string; findings: readonly QuestionFinding[] }) {
  return (
    <p className="lint-text">
      {stretches(text, findings).map(({ from, words, rules }) => (rules.length > 0 ? <mark key={from}>{words}</mark> : <span key={from}>{words}</span>))}
    </p>
  );
}
