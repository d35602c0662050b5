import { Button, Input } from "antd";
import { useState } from "react";
import { DraftFindings, useDraftFindings } from "@/features/surveys/DraftFindings";
import { useChange, type Survey } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";

type Definition = Record<string, unknown>;

function elementsOf(definition: Definition): Definition[] {
  return Array.isArray(definition.elements) ? (definition.elements as Definition[]) : [];
}

function withTitle(definition: Definition, place: number, title: string): Definition {
  const elements = elementsOf(definition).map((element, index) => (index === place ? { ...element, title } : element));
  return { ...definition, elements };
}

/** Wording a draft: the title, each question, and more open questions; the whole definition for the rest. */
export function DraftEditor({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const change = useChange();
  const [draft, setDraft] = useState<Definition>(survey.definition);
  const elements = elementsOf(draft);
  const checked = useDraftFindings(draft);
  const add = () => {
    const names = new Set(elements.map(({ name }) => name));
    let number = elements.length + 1;
    while (names.has(`q${number}`)) number += 1;
    setDraft({ ...draft, elements: [...elements, { type: "comment", name: `q${number}`, title: "" }] });
  };
  return (
    <section className="survey-draft">
      <label>
        {t("surveys.title")}
        <Input value={String(draft.title ?? "")} maxLength={80} onChange={(event) => setDraft({ ...draft, title: event.target.value })} />
      </label>
      {elements.map((element, place) => (
        <div key={String(element.name)} className="survey-element">
          <label>
            {t("surveys.question", { number: place + 1 })}
            <Input.TextArea value={String(element.title ?? "")} autoSize onChange={(event) => setDraft(withTitle(draft, place, event.target.value))} />
          </label>
          <DraftFindings question={checked?.find(({ place: found }) => found === element.name)} />
        </div>
      ))}
      <div className="survey-do">
        <Button onClick={add}>{t("surveys.add")}</Button>
        <Button type="primary" loading={change.isPending} disabled={draft === survey.definition} onClick={() => change.mutate({ id: survey.id, definition: draft })}>
          {t("surveys.save")}
        </Button>
      </div>
      {change.error && <p role="alert">{change.error.message}</p>}
    </section>
  );
}
