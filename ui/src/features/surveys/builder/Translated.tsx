import { Input } from "antd";
import { OWN_TONGUES, wordsIn, withWords, type Tongue, type Words } from "@/features/surveys/builder/definition";
import { useI18n } from "@/i18n/i18n";

interface Props {
  label: string;
  words: Words | undefined;
  change: (words: Words) => void;
  tongues: Tongue[];
  maxLength?: number;
}

/** A text, and the same in each other language below it. */
export function Translated({ label, words, change, tongues, maxLength }: Props) {
  const { t } = useI18n();
  const field = (tongue: Tongue, name: string) => (
    <label key={tongue}>
      {name}
      <Input.TextArea value={wordsIn(words, tongue)} autoSize maxLength={maxLength} onChange={(event) => change(withWords(words, tongue, event.target.value))} />
    </label>
  );
  return (
    <div className="survey-words">
      {field("default", label)}
      {tongues.map((tongue) => field(tongue, t("surveys.inTongue", { label, tongue: OWN_TONGUES[tongue] ?? tongue })))}
    </div>
  );
}
