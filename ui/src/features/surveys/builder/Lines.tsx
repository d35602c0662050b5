import { Input } from "antd";
import { linesOf, withLines, type Choice, type Tongue } from "@/features/surveys/builder/definition";
import { useI18n } from "@/i18n/i18n";

interface Props {
  label: string;
  choices: (string | Choice)[] | undefined;
  change: (choices: Choice[]) => void;
  english: boolean;
}

/** Choices as lines: quick to type, to paste and to move. */
export function Lines({ label, choices, change, english }: Props) {
  const { t } = useI18n();
  const field = (tongue: Tongue, name: string) => (
    <label>
      {name}
      <Input.TextArea value={linesOf(choices, tongue)} autoSize={{ minRows: 2 }} onChange={(event) => change(withLines(choices, tongue, event.target.value))} />
    </label>
  );
  return (
    <div className="survey-words">
      {field("default", label)}
      {english && field("en", t("surveys.english", { label }))}
    </div>
  );
}
