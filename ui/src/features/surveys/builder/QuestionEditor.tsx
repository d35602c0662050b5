import { Button, InputNumber, Select, Switch } from "antd";
import { asKind, kindOf, KINDS, listsOf, type Element, type KindName, type Tongue } from "@/features/surveys/builder/definition";
import { Lines } from "@/features/surveys/builder/Lines";
import { Logic } from "@/features/surveys/builder/Logic";
import { Translated } from "@/features/surveys/builder/Translated";
import { useI18n, type WordKey } from "@/i18n/i18n";
import type { ReactNode } from "react";

interface Props {
  number: number;
  element: Element;
  earlier: Element[];
  tongues: Tongue[];
  findings: ReactNode;
  change: (element: Element) => void;
  move: (step: number) => void;
  remove: () => void;
  isLast: boolean;
}

/** One question: its words, kind, choices, and when it is shown. */
export function QuestionEditor({ number, element, earlier, tongues, findings, change, move, remove, isLast }: Props) {
  const { t } = useI18n();
  const kind = kindOf(element);
  const set = (next: Partial<Element>) => change({ ...element, ...next });
  const isRating = element.type === "rating";
  return (
    <article className="survey-element" data-turn={element.turn}>
      <header>
        <Select<KindName>
          aria-label={t("surveys.kind")}
          value={kind}
          popupMatchSelectWidth={false}
          options={KINDS.map((value) => ({ value, label: t(`surveys.kind.${value}` as WordKey) }))}
          onChange={(next) => change(asKind(element, next))}
        />
        <label className="survey-switch">
          <Switch size="small" checked={element.isRequired === true} onChange={(isRequired) => set({ isRequired })} />
          {t("surveys.required")}
        </label>
        {number > 1 && (
          <label className="survey-switch">
            <Switch size="small" checked={element.turn === true} onChange={(turn) => set({ turn })} />
            {t("surveys.turn")}
          </label>
        )}
        <span className="survey-move">
          <Button type="text" size="small" disabled={number === 1} aria-label={t("surveys.up", { number })} onClick={() => move(-1)}>
            ↑
          </Button>
          <Button type="text" size="small" disabled={isLast} aria-label={t("surveys.down", { number })} onClick={() => move(1)}>
            ↓
          </Button>
          <Button type="text" size="small" danger aria-label={t("surveys.remove", { number })} onClick={remove}>
            ×
          </Button>
        </span>
      </header>
      <Translated label={t("surveys.question", { number })} words={element.title} tongues={tongues} change={(title) => set({ title })} />
      {number > 1 && <p className="quiet survey-pipe">{t("surveys.pipe", { name: earlier.at(-1)?.name ?? "" })}</p>}
      {findings}
      {isRating && (
        <div className="survey-pair">
          <Translated label={t("surveys.low")} words={element.minRateDescription} tongues={tongues} change={(minRateDescription) => set({ minRateDescription })} />
          <Translated label={t("surveys.high")} words={element.maxRateDescription} tongues={tongues} change={(maxRateDescription) => set({ maxRateDescription })} />
        </div>
      )}
      {listsOf(element).map((key) => (
        <Lines key={key} label={t(`surveys.lines.${key}` as WordKey)} choices={element[key]} tongues={tongues} change={(choices) => set({ [key]: choices })} />
      ))}
      {kind === "maxdiff" && (
        <label className="survey-inline">
          {t("surveys.setSize")} <InputNumber min={3} max={6} value={element.setSize ?? 4} onChange={(setSize) => set({ setSize: setSize ?? 4 })} />
        </label>
      )}
      {element.choices && (
        <label className="survey-switch">
          <Switch size="small" checked={element.showOtherItem === true} onChange={(showOtherItem) => set({ showOtherItem })} />
          {t("surveys.other")}
        </label>
      )}
      <Logic element={element} earlier={earlier} change={(visibleIf) => set({ visibleIf })} />
    </article>
  );
}
