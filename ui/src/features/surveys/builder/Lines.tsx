import { Input } from "antd";
import { linesOf, OWN_TONGUES, withLines, type Choice, type Tongue } from "@/features/surveys/builder/definition";
import { useI18n } from "@/i18n/i18n";

interface Props {
  label: string;
  choices: (string | Choice)[] | undefined;
  change: (choices: Choice[]) => void;
  tongues: Tongue[];
}

/** Choices as lines: quick to type, to paste and to move. */
export function Lines({ label, choices, change, tongues }: Props) {
  const { t } = useI18n();
  const field = (tongue: Tongue, name: string) => (
    <label key={tongue}>
      {name}
      <Input.TextArea value={linesOf(choices, tongue)} autoSize={{ minRows: 2 }} onChange={(event) => change(withLines(choices, tongue, event.target.value))} />
    </label>
  );
  return (
    <div className="survey-words">
      {field("default", label)}
      {tongues.map((tongue) => field(tongue, t("surveys.inTongue", { label, tongue: OWN_TONGUES[tongue] ?? tongue })))}
    </div>
  );
}
