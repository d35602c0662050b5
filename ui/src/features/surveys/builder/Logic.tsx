import { Button, InputNumber, Select } from "antd";
import { kindOf, linesOf, readConditions, wordsIn, writeConditions, type Choice, type Condition, type Element } from "@/features/surveys/builder/definition";
import { useI18n } from "@/i18n/i18n";

const RATED = ["nps", "csat", "ces", "rating"];
const CHOSEN = ["radiogroup", "checkbox", "dropdown"];

function ValueField({ asked, condition, change }: { asked: Element; condition: Condition; change: (value: string) => void }) {
  const { t } = useI18n();
  const kind = kindOf(asked);
  if (RATED.includes(kind)) return <InputNumber aria-label={t("surveys.logic.value")} value={Number(condition.value)} onChange={(value) => change(String(value ?? 0))} />;
  const texts = linesOf(asked.choices, "default").split("\n");
  const options =
    kind === "boolean"
      ? [
          { value: "true", label: t("surveys.yes") },
          { value: "false", label: t("surveys.no") },
        ]
      : (asked.choices ?? []).map((choice, place) => ({ value: `'${(choice as Choice).value ?? choice}'`, label: texts[place] }));
  return <Select aria-label={t("surveys.logic.value")} value={condition.value} options={options} onChange={change} />;
}

interface Props {
  element: Element;
  earlier: Element[];
  change: (visibleIf: string | undefined) => void;
}

/** When a question is shown: conditions on earlier questions, all of which must hold. */
export function Logic({ element, earlier, change }: Props) {
  const { t } = useI18n();
  const usable = earlier.filter((one) => [...RATED, ...CHOSEN, "boolean"].includes(kindOf(one)));
  const conditions = readConditions(element.visibleIf);
  const set = (place: number, next: Partial<Condition>) => change(writeConditions(conditions.map((one, index) => (index === place ? { ...one, ...next } : one))));
  const begin = ({ name, type, choices }: Element): Condition => ({
    name,
    sign: type === "rating" ? "<=" : "=",
    value: type === "rating" ? "6" : type === "boolean" ? "true" : `'${(choices?.[0] as Choice | undefined)?.value ?? choices?.[0] ?? ""}'`,
  });
  if (usable.length === 0) return null;
  return (
    <div className="survey-logic">
      {conditions.map((condition, place) => {
        const asked = usable.find(({ name }) => name === condition.name);
        return (
          <div key={place}>
            <span>{t(place === 0 ? "surveys.logic.if" : "surveys.logic.and")}</span>
            <Select
              aria-label={t("surveys.logic.question")}
              value={condition.name}
              popupMatchSelectWidth={false}
              options={usable.map(({ name, title }) => ({ value: name, label: wordsIn(title, "default") || name }))}
              onChange={(name: string) => set(place, begin(usable.find((one) => one.name === name)!))}
            />
            <Select
              aria-label={t("surveys.logic.sign")}
              value={condition.sign}
              options={(asked?.type === "rating" ? ["<=", ">=", "=", "<>"] : ["=", "<>"]).map((sign) => ({ value: sign, label: { "<=": "≤", ">=": "≥", "=": "=", "<>": "≠" }[sign] }))}
              onChange={(sign: string) => set(place, { sign })}
            />
            {asked && <ValueField asked={asked} condition={condition} change={(value) => set(place, { value })} />}
            <Button type="text" size="small" aria-label={t("surveys.logic.remove")} onClick={() => change(writeConditions(conditions.filter((_, index) => index !== place)))}>
              ×
            </Button>
          </div>
        );
      })}
      <Button type="link" size="small" onClick={() => change(writeConditions([...conditions, begin(usable.at(-1)!)]))}>
        {t("surveys.logic.add")}
      </Button>
    </div>
  );
}
