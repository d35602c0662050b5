import { Tooltip } from "antd";
import { useMemo } from "react";
import type { Opinion } from "@/api/types";
import { pieces, type Piece } from "@/components/pieces";
import { useI18n, type WordKey } from "@/i18n/i18n";

function Marked({ piece }: { piece: Piece & { opinion: Opinion } }) {
  const { t, name } = useI18n();
  const { opinion } = piece;
  const sign = t(opinion.sentiment < 0 ? "polarity.negative" : opinion.sentiment > 0 ? "polarity.positive" : "polarity.neutral");
  const words = t("opinion.tip", {
    aspect: name(opinion, opinion.aspect),
    polarity: sign,
    type: t(`type.${opinion.type}` as WordKey),
    confidence: Math.round(opinion.confidence * 100),
  });
  return (
    <Tooltip title={words}>
      <span className="span" data-sentiment={opinion.sentiment}>
        {piece.before}
        {piece.term && <mark>{piece.term}</mark>}
        {piece.after}
      </span>
    </Tooltip>
  );
}

/** A voice in the customer's own words, the opinions marked by colour, underline style and on hover by name. */
export function Highlighted({ text, opinions, only }: { text: string; opinions: Opinion[]; only?: string[] }) {
  const parts = useMemo(() => pieces(text, opinions, only), [text, opinions, only]);
  return (
    <>
      {parts.map((piece) =>
        piece.opinion ? (
          <Marked key={piece.start} piece={{ ...piece, opinion: piece.opinion }} />
        ) : (
          <span key={piece.start}>{piece.before}</span>
        ),
      )}
    </>
  );
}
