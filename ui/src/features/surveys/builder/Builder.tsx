import { Button, Dropdown, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { KINDS, newElement, readDraft, OWN_TONGUES, tonguesOf, withTongues, writeDefinition, type Draft, type Element, type KindName, type Tongue } from "@/features/surveys/builder/definition";
import { DraftFindings, useDraftFindings } from "@/features/surveys/builder/Findings";
import { QuestionEditor } from "@/features/surveys/builder/QuestionEditor";
import { Translated } from "@/features/surveys/builder/Translated";
import { useChange, type Survey } from "@/features/surveys/queries";
import { useI18n, type WordKey } from "@/i18n/i18n";

const moved = (elements: Element[], from: number, to: number) => {
  const rest = elements.filter((_, place) => place !== from);
  return [...rest.slice(0, to), elements[from]!, ...rest.slice(to)];
};

interface LookProps {
  draft: Draft;
  set: (next: Partial<Draft>) => void;
  tongues: Tongue[];
  setTongues: (tongues: Tongue[]) => void;
  survey: Survey;
}

/** What belongs to the whole survey: languages, look, and how often one person may be asked. */
function Whole({ draft, set, tongues, setTongues, survey }: LookProps) {
  const { t } = useI18n();
  const change = useChange();
  return (
    <div className="survey-whole">
      <label className="survey-inline">
        {t("surveys.tongues")}{" "}
        <Select
          mode="tags"
          className="survey-tongues"
          aria-label={t("surveys.tongues")}
          value={tongues}
          onChange={(next: string[]) => setTongues(next.map((tag) => tag.toLowerCase()).filter((tag) => /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(tag) && tag !== "zh"))}
          options={Object.entries(OWN_TONGUES).map(([value, label]) => ({ value, label }))}
        />
      </label>
      <label className="survey-switch">
        <Switch size="small" checked={survey.anonymous} loading={change.isPending} onChange={(anonymous) => change.mutate({ id: survey.id, anonymous })} />
        {t("surveys.anonymous")}
      </label>
      <label className="survey-inline">
        {t("surveys.accent")} <input type="color" value={draft.accent ?? "#1f5fbf"} onChange={(event) => set({ accent: event.target.value })} />
      </label>
      <label className="survey-inline">
        {t("surveys.logo")} <Input value={draft.logo ?? ""} maxLength={24} onChange={(event) => set({ logo: event.target.value })} />
      </label>
      <label className="survey-inline">
        {t("surveys.recontact")}{" "}
        <InputNumber min={0} max={730} defaultValue={survey.recontact_days} onBlur={(event) => change.mutate({ id: survey.id, recontact_days: Number(event.target.value) })} />
      </label>
      <label className="survey-inline">
        {t("surveys.quota")}{" "}
        <InputNumber min={1} defaultValue={survey.quota ?? undefined} onBlur={(event) => Number(event.target.value) > 0 && change.mutate({ id: survey.id, quota: Number(event.target.value) })} />
      </label>
    </div>
  );
}

/** Making a draft: the words, the kinds, the choices and the logic of its questions, checked while one types. */
export function Builder({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const change = useChange();
  const [draft, setDraft] = useState<Draft>(() => readDraft(survey.definition));
  const [saved, setSaved] = useState(() => JSON.stringify(survey.definition));
  const [tongues, setTongues] = useState(() => tonguesOf(survey.definition));
  const definition = writeDefinition(draft);
  const checked = useDraftFindings(definition);
  const { elements } = draft;
  const speak = (next: Tongue[]) => {
    setTongues(next);
    set({ rest: withTongues(draft.rest, next) });
  };
  const set = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const setElement = (place: number, element: Element) => set({ elements: elements.map((one, index) => (index === place ? element : one)) });
  const isSaved = JSON.stringify(definition) === saved;
  const save = () => change.mutate({ id: survey.id, definition }, { onSuccess: () => setSaved(JSON.stringify(definition)) });
  return (
    <div className="survey-builder">
      <section className="survey-draft">
        <Translated label={t("surveys.title")} words={draft.title} tongues={tongues} maxLength={80} change={(title) => set({ title })} />
        <Whole draft={draft} set={set} tongues={tongues} setTongues={speak} survey={survey} />
        {elements.map((element, place) => (
          <QuestionEditor
            key={element.name}
            number={place + 1}
            element={element}
            earlier={elements.slice(0, place)}
            tongues={tongues}
            findings={<DraftFindings question={checked?.find(({ place: found }) => found === element.name)} />}
            change={(next) => setElement(place, next)}
            move={(step) => set({ elements: moved(elements, place, place + step) })}
            remove={() => set({ elements: elements.filter((_, index) => index !== place) })}
            isLast={place === elements.length - 1}
          />
        ))}
        <div className="survey-do">
          <Dropdown
            trigger={["click"]}
            menu={{
              items: KINDS.map((key) => ({ key, label: t(`surveys.kind.${key}` as WordKey) })),
              onClick: ({ key }) => set({ elements: [...elements, newElement(key as KindName, elements)] }),
            }}
          >
            <Button>{t("surveys.add")}</Button>
          </Dropdown>
          <Button type="primary" loading={change.isPending} disabled={isSaved} onClick={save}>
            {t("surveys.save")}
          </Button>
        </div>
        {change.error && <p role="alert">{change.error.message}</p>}
      </section>
      <aside className="survey-preview">
        <p className="quiet">{t(isSaved ? "surveys.preview" : "surveys.preview.stale")}</p>
        <iframe key={saved} src={`/api/v1/surveys/${survey.id}/preview`} title={t("surveys.preview")} />
      </aside>
    </div>
  );
}
