import { Button, InputNumber, Popover, Select } from "antd";
import { useState } from "react";
import type { QuestionFound } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";

const DIVIDING = ["radiogroup", "dropdown", "boolean"];

interface Props {
  questions: QuestionFound[];
  margins: string | undefined;
  set: (margins: string | undefined) => void;
}

/** Shares that one knows from elsewhere, typed for the answers of a choice question. */
export function TypedMargin({ questions, margins, set }: Props) {
  const { t } = useI18n();
  const usable = questions.filter(({ kind }) => DIVIDING.includes(kind));
  const [name, setName] = useState(usable[0]?.name);
  const [shares, setShares] = useState<Record<string, number>>({});
  const question = usable.find((one) => one.name === name);
  if (!question) return null;
  const heard = question.options.filter(({ count }) => count > 0);
  const isWhole = heard.every(({ value }) => (shares[value] ?? 0) > 0);
  const form = (
    <div className="survey-typed">
      <Select
        aria-label={t("surveys.margin.question")}
        value={name}
        popupMatchSelectWidth={false}
        options={usable.map(({ name: value, title }) => ({ value, label: title }))}
        onChange={(next: string) => {
          setName(next);
          setShares({});
        }}
      />
      {heard.map(({ value, text }) => (
        <label key={value} className="survey-inline">
          <span>{text}</span>
          <InputNumber min={0} suffix="%" value={shares[value]} onChange={(share) => setShares({ ...shares, [value]: Number(share ?? 0) })} />
        </label>
      ))}
      <p className="quiet">{t("surveys.margin.about")}</p>
      <div className="survey-do">
        <Button type="primary" size="small" disabled={!isWhole} onClick={() => set(JSON.stringify({ [question.name]: Object.fromEntries(heard.map(({ value }) => [value, shares[value]])) }))}>
          {t("surveys.margin.apply")}
        </Button>
        {margins && (
          <Button size="small" onClick={() => set(undefined)}>
            {t("surveys.margin.clear")}
          </Button>
        )}
      </div>
    </div>
  );
  return (
    <Popover content={form} trigger="click" placement="bottomRight" arrow={false}>
      <Button type={margins ? "primary" : "default"} ghost={Boolean(margins)}>
        {t("surveys.margin.typed")}
      </Button>
    </Popover>
  );
}
