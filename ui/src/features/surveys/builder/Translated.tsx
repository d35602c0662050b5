import { Input } from "antd";
import { wordsIn, withWords, type Tongue, type Words } from "@/features/surveys/builder/definition";
import { useI18n } from "@/i18n/i18n";

interface Props {
  label: string;
  words: Words | undefined;
  change: (words: Words) => void;
  english: boolean;
  maxLength?: number;
}

/** A text, and the same in English below it where the survey has both. */
export function Translated({ label, words, change, english, maxLength }: Props) {
  const { t } = useI18n();
  const field = (tongue: Tongue, name: string) => (
    <label>
      {name}
      <Input.TextArea value={wordsIn(words, tongue)} autoSize maxLength={maxLength} onChange={(event) => change(withWords(words, tongue, event.target.value))} />
    </label>
  );
  return (
    <div className="survey-words">
      {field("default", label)}
      {english && field("en", t("surveys.english", { label }))}
    </div>
  );
}
