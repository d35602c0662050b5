import { segments, type Target } from "@/features/interviews/segments";
import type { Code, Span, Speaker, Turn } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

interface Props {
  turn: Turn;
  speaker: Speaker | undefined;
  spans: Span[];
  codes: Map<number, Code>;
  target: Target | null;
  choose: (target: Target) => void;
  remove?: (span: Span) => void;
}

/** One turn: the moderator's in grey, a participant's with its marks and their names behind them. */
export function CodedTurn({ turn, speaker, spans, codes, target, choose, remove }: Props) {
  const { t } = useI18n();
  const asks = speaker?.role === "moderator";
  const isTarget = (from: number) => target?.turn === turn.id && target.start <= from && from < target.end;
  return (
    <div className="turn" id={`turn-${turn.id}`} data-turn={turn.id} data-asks={asks}>
      <strong>{speaker?.label}</strong>
      <p>
        {!turn.text && <em className="quiet">{t(speaker?.consent === "withdrawn" ? "interviews.withdrawn" : "interviews.pending")}</em>}
        {segments(turn, spans).map(({ from, text, unit, spans: over, ends }) => (
          <span key={from}>
            <span
              data-from={from}
              data-unit={unit >= 0 || undefined}
              data-target={isTarget(from) || undefined}
              data-colour={over[0] && codes.get(over[0].code_id)?.colour}
              className={over.length > 0 ? "coded" : undefined}
              title={over.map(({ code_id: id }) => codes.get(id)?.name).join(" · ") || undefined}
              onClick={() => {
                const sentence = turn.units[unit];
                if (!asks && sentence && getSelection()?.isCollapsed) choose({ turn: turn.id, ...sentence });
              }}
            >
              {text}
            </span>
            {ends.map((span) => (
              <button
                key={span.id}
                type="button"
                className="code-tag"
                data-colour={codes.get(span.code_id)?.colour}
                disabled={!remove}
                onClick={() => remove?.(span)}
                aria-label={t("interviews.unmark", { code: codes.get(span.code_id)?.name ?? "" })}
              >
                {codes.get(span.code_id)?.name}
              </button>
            ))}
          </span>
        ))}
      </p>
    </div>
  );
}
