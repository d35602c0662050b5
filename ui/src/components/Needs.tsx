import { Tooltip } from "antd";
import type { Voice } from "@/api/types";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Need = Voice["needs"][number];

function NeedTag({ need, text }: { need: Need; text: string }) {
  const { t } = useI18n();
  // Offsets count code points, which a string's own indices do not.
  const words = Array.from(text).slice(need.start, need.end).join("");
  return (
    <Tooltip title={t("voice.confidence", { n: Math.round(need.confidence * 100) })}>
      <span className="need" data-kind={need.kind}>
        <span className="need-kind">{t(`need.${need.kind}` as WordKey)}</span>
        <q>{words}</q>
      </span>
    </Tooltip>
  );
}

/** What a voice needs, hopes, suffers, makes do with and labours at, in its own words, what it intends and feels. */
export function Needs({ voice }: { voice: Pick<Voice, "text" | "needs" | "intents" | "emotion"> }) {
  const { t } = useI18n();
  if (voice.needs.length + voice.intents.length === 0 && !voice.emotion) return null;
  return (
    <div className="voice-tags">
      {voice.emotion && (
        <span className="need" data-kind="emotion">
          <span className="need-kind">{t(`emotion.${voice.emotion}` as WordKey)}</span>
        </span>
      )}
      {voice.intents.map((intent) => (
        <span key={intent} className="need" data-kind="intent">
          <span className="need-kind">{t(`intent.${intent}` as WordKey)}</span>
        </span>
      ))}
      {voice.needs.map((need) => (
        <NeedTag key={`${need.kind}${need.start}`} need={need} text={voice.text} />
      ))}
    </div>
  );
}
