import { useI18n, type WordKey } from "@/i18n/i18n";

const TYPES = ["complaint", "suggestion", "question", "praise"];
const NEEDS = ["need", "expectation", "pain_point", "motive", "workaround", "effort"];

/** A type of voices or a kind of need, in the reader's words. */
export function useMarkName(): (mark: string) => string {
  const { t } = useI18n();
  return (mark) => t(`${TYPES.includes(mark) ? "type" : "need"}.${mark}` as WordKey);
}

interface Props {
  chosen: string[];
  onChange: (marks: string[]) => void;
}

/** What the whole voice is, and which needs stand in it. */
export function Marks({ chosen, onChange }: Props) {
  const { t } = useI18n();
  const name = useMarkName();
  const turn = (mark: string) => onChange(chosen.includes(mark) ? chosen.filter((one) => one !== mark) : [...chosen, mark]);
  return (
    <>
      {[
        { about: t("audit.types"), marks: TYPES },
        { about: t("audit.needs"), marks: NEEDS },
      ].map(({ about, marks }) => (
        <div key={about} className="audit-marks" role="group" aria-label={about}>
          <span className="audit-marks-about">{about}</span>
          {marks.map((mark) => (
            <button key={mark} type="button" className="chip" data-active={chosen.includes(mark)} aria-pressed={chosen.includes(mark)} onClick={() => turn(mark)}>
              {name(mark)}
            </button>
          ))}
        </div>
      ))}
    </>
  );
}
