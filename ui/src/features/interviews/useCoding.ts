import { useCallback, useEffect, useMemo, useState } from "react";
import { useMark, useUnmark, type Code, type Span, type Transcript } from "@/features/interviews/queries";
import { selected, type Target } from "@/features/interviews/segments";

/** Choosing a passage by mouse or keyboard and marking it: j and k walk sentences, 1–9 mark, Backspace takes back. */
export function useCoding(transcript: Transcript, codes: Code[], canCode: boolean) {
  const sentences = useMemo(
    () => transcript.turns.flatMap((turn) => turn.units.map((unit): Target => ({ turn: turn.id, ...unit }))),
    [transcript],
  );
  const [target, setTarget] = useState<Target | null>(null);
  const mark = useMark();
  const unmark = useUnmark();
  const { mutate: add } = mark;
  const { mutate: drop } = unmark;
  const inTarget = useCallback(
    (span: Span) => target !== null && span.turn_id === target.turn && span.start < target.end && target.start < span.end,
    [target],
  );
  const toggle = useCallback(
    (code: Code) => {
      if (!target || !canCode) return;
      const known = transcript.spans.find((span) => span.code_id === code.id && inTarget(span));
      if (known) drop(known.id);
      else add({ turn_id: target.turn, code_id: code.id, start: target.start, end: target.end });
      getSelection()?.removeAllRanges();
    },
    [add, canCode, drop, inTarget, target, transcript.spans],
  );
  const walk = useCallback(
    (step: number) => {
      const at = sentences.findIndex((one) => one.turn === target?.turn && one.start <= target.start && target.start < one.end);
      const next = sentences[Math.min(sentences.length - 1, Math.max(0, at + step))];
      if (!next) return;
      setTarget(next);
      document.getElementById(`turn-${next.turn}`)?.scrollIntoView({ block: "nearest" });
    },
    [sentences, target],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, [role=combobox], [role=dialog]");
      if (inField || event.metaKey || event.ctrlKey || event.altKey) return;
      const code = codes[Number(event.key) - 1];
      const last = transcript.spans.filter(inTarget).at(-1);
      if (event.key === "j") walk(1);
      else if (event.key === "k") walk(-1);
      else if (code) toggle(code);
      else if (event.key === "Escape") setTarget(null);
      else if (event.key === "Backspace" && last && canCode) drop(last.id);
    };
    const release = () => {
      const found = selected();
      if (found) setTarget(found);
    };
    addEventListener("keydown", press);
    document.addEventListener("selectionchange", release);
    return () => {
      removeEventListener("keydown", press);
      document.removeEventListener("selectionchange", release);
    };
  }, [canCode, codes, drop, inTarget, toggle, transcript.spans, walk]);
  const applied = new Set(transcript.spans.filter(inTarget).map(({ code_id: id }) => id));
  return { target, setTarget, toggle, applied, remove: canCode ? (span: Span) => drop(span.id) : undefined, error: mark.error ?? unmark.error };
}
