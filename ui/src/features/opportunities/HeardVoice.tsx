import { VoiceMeta } from "@/components/VoiceMeta";
import type { Heard } from "@/features/opportunities/queries";
import { useI18n } from "@/i18n/i18n";

/** One voice with the words that state it marked, and the job they tell of. */
export function HeardVoice({ heard }: { heard: Heard }) {
  const { t } = useI18n();
  const { voice, start, end, job } = heard;
  // Offsets count code points, which a string's own indices do not.
  const points = Array.from(voice.text);
  return (
    <article className="opp-voice">
      <p>
        {points.slice(0, start).join("")}
        <mark>{points.slice(start, end).join("")}</mark>
        {points.slice(end).join("")}
      </p>
      {job.length > 1 && (
        <dl className="opp-job">
          {job.map(({ slot, words }) => (
            <div key={slot}>
              <dt>{t(`opp.slot.${slot}`)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <VoiceMeta voice={voice} />
    </article>
  );
}
