import { memo, type MouseEvent } from "react";
import type { Voice } from "@/api/types";
import { Highlighted } from "@/components/Highlighted";
import { Needs } from "@/components/Needs";
import { Polarity } from "@/components/Polarity";
import { VoiceMeta } from "@/components/VoiceMeta";
import { useI18n } from "@/i18n/i18n";

interface Props {
  voice: Voice;
  only: string[];
  current: boolean;
  position: number;
  total: number;
  onOpen: () => void;
}

/** Selecting text or following a link inside a row must not open the row. */
function isPlainClick(event: MouseEvent): boolean {
  const onControl = event.target instanceof HTMLElement && event.target.closest("a, button");
  return !onControl && !getSelection()?.toString();
}

/** One tag for each aspect and polarity, however often it is said. */
function tagsOf({ opinions }: Voice): Voice["opinions"] {
  const keys = opinions.map(({ aspect, sentiment }) => `${aspect}${sentiment}`);
  return opinions.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

export const VoiceRow = memo(function VoiceRow({ voice, only, current, position, total, onOpen }: Props) {
  const { t, name } = useI18n();
  return (
    <article
      className="voice"
      data-current={current}
      aria-posinset={position}
      aria-setsize={total}
      onClick={(event) => isPlainClick(event) && onOpen()}
    >
      <p className="voice-text">
        {voice.text ? <Highlighted text={voice.text} opinions={voice.opinions} only={only} /> : <span className="quiet">{t("voice.wordless")}</span>}
      </p>
      {voice.opinions.length > 0 && (
        <div className="voice-tags">
          {tagsOf(voice).map((opinion) => (
            <Polarity key={`${opinion.aspect}${opinion.sentiment}`} sentiment={opinion.sentiment} label={name(opinion, opinion.aspect)} />
          ))}
        </div>
      )}
      <Needs voice={voice} />
      <VoiceMeta voice={voice} />
    </article>
  );
});
