import type { Opinion } from "@/api/types";

export interface Piece {
  start: number;
  opinion: Opinion | null;
  before: string;
  term: string;
  after: string;
}

/** Cuts a text at opinion spans; offsets count Unicode code points, and of overlapping spans the first stays. */
export function pieces(text: string, opinions: readonly Opinion[], only: readonly string[] = []): Piece[] {
  const points = Array.from(text);
  const cut = (from: number, to: number) => points.slice(from, to).join("");
  const wanted = opinions
    .filter(({ aspect }) => only.length === 0 || only.some((prefix) => aspect === prefix || aspect.startsWith(`${prefix}.`)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Piece[] = [];
  let at = 0;
  for (const opinion of wanted) {
    if (opinion.start < at || opinion.end <= opinion.start) continue;
    if (opinion.start > at) result.push(plain(at, cut(at, opinion.start)));
    result.push(marked(opinion, cut));
    at = opinion.end;
  }
  if (at < points.length) result.push(plain(at, cut(at, points.length)));
  return result;
}

function plain(start: number, before: string): Piece {
  return { start, opinion: null, before, term: "", after: "" };
}

function marked(opinion: Opinion, cut: (from: number, to: number) => string): Piece {
  const { start, end, term_start: termStart, term_end: termEnd } = opinion;
  if (termStart === null || termEnd === null || termStart < start || termEnd > end) return { start, opinion, before: cut(start, end), term: "", after: "" };
  return { start, opinion, before: cut(start, termStart), term: cut(termStart, termEnd), after: cut(termEnd, end) };
}
