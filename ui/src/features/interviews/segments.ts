import type { Span, Turn } from "@/features/interviews/queries";

export interface Segment {
  from: number;
  text: string;
  unit: number;
  spans: Span[];
  /** Marks whose last character this is: their names stand behind it. */
  ends: Span[];
}

/** Cuts a turn where a sentence or a mark begins or ends; offsets count Unicode code points. */
export function segments(turn: Turn, spans: Span[]): Segment[] {
  const points = Array.from(turn.text);
  const cuts = new Set([0, points.length]);
  for (const { start, end } of [...turn.units, ...spans]) cuts.add(start).add(end);
  const places = [...cuts].filter((at) => at <= points.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1]!;
    return {
      from,
      text: points.slice(from, to).join(""),
      unit: turn.units.findIndex(({ start, end }) => start <= from && from < end),
      spans: spans.filter(({ start, end }) => start <= from && from < end),
      ends: spans.filter(({ end }) => end === to),
    };
  });
}

export interface Target {
  turn: number;
  start: number;
  end: number;
}

function place(node: Node | null, offset: number): { turn: number; at: number } | null {
  const piece = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-from]");
  const turn = piece?.closest<HTMLElement>("[data-turn]");
  if (!piece || !turn) return null;
  const inside = node instanceof Text ? Array.from(node.data.slice(0, offset)).length : 0;
  return { turn: Number(turn.dataset.turn), at: Number(piece.dataset.from) + inside };
}

/** What a reader has selected, within one turn; null for nothing. */
export function selected(): Target | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const first = place(selection.anchorNode, selection.anchorOffset);
  const last = place(selection.focusNode, selection.focusOffset);
  if (!first || !last || first.turn !== last.turn || first.at === last.at) return null;
  return { turn: first.turn, start: Math.min(first.at, last.at), end: Math.max(first.at, last.at) };
}
