import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { useChangeStudy, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

function useChecked(text: string, goals: string[]) {
  const asked = useDeferredValue(text);
  const aims = useDeferredValue(goals.join("\n"));
  return useQuery({
    queryKey: ["questions", "guide", asked, aims],
    queryFn: () => take(http.POST("/api/v1/questions/lint", { body: { text: asked, form: "text", goals: aims.split("\n").filter(Boolean) } })),
    enabled: asked.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  }).data;
}

type Checked = NonNullable<ReturnType<typeof useChecked>>;

function Faults({ checked }: { checked: Checked }) {
  const { t, name, language } = useI18n();
  const faulty = checked.questions.filter(({ findings }) => findings.length > 0);
  if (faulty.length === 0) return <p className="quiet">{t("interviews.guide.clean", { n: checked.questions.length })}</p>;
  return (
    <ul className="guide-faults">
      {faulty.map((question) => (
        <li key={question.place}>
          <blockquote>{question.text}</blockquote>
          {question.findings.map((finding) => (
            <p key={`${finding.rule}${finding.start}`}>
              <strong>{name(finding, finding.rule)}</strong> {language === "zh" ? finding.advice_zh : finding.advice_en}
              {finding.rewrite && <em> {finding.rewrite}</em>}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Served({ checked }: { checked: Checked }) {
  const { t } = useI18n();
  const { coverage } = checked;
  if (!coverage) return null;
  return (
    <ul className="guide-goals">
      {coverage.goals.map(({ goal, questions }) => (
        <li key={goal} data-served={questions.length > 0}>
          {goal}
          <span className="num">{questions.length > 0 ? t("interviews.guide.served", { n: questions.length }) : t("interviews.guide.unserved")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Goals and guide, checked by the same rules as questionnaires while one writes. */
export function Guide({ study }: { study: Study }) {
  const { t } = useI18n();
  const change = useChangeStudy(study.id);
  const [goals, setGoals] = useState(study.goals.join("\n"));
  const [guide, setGuide] = useState(study.guide);
  const wanted = goals.split("\n").map((goal) => goal.trim()).filter(Boolean);
  const checked = useChecked(guide, wanted);
  return (
    <div className="guide-columns">
      <Panel title={t("interviews.view.guide")}>
        <div className="study-form">
          <label>
            {t("interviews.goals")}
            <Input.TextArea value={goals} autoSize={{ minRows: 2 }} onChange={(event) => setGoals(event.target.value)} />
          </label>
          <label>
            {t("interviews.guide")}
            <Input.TextArea value={guide} autoSize={{ minRows: 8 }} placeholder={t("interviews.guide.hint")} onChange={(event) => setGuide(event.target.value)} />
          </label>
          <Button type="primary" loading={change.isPending} disabled={guide === study.guide && goals === study.goals.join("\n")} onClick={() => change.mutate({ goals: wanted, guide })}>
            {t("surveys.save")}
          </Button>
          <ErrorText error={change.error} />
        </div>
      </Panel>
      <Panel title={t("interviews.guide.checked")}>
        {checked ? (
          <>
            <Faults checked={checked} />
            <Served checked={checked} />
          </>
        ) : (
          <p className="quiet">{t("interviews.guide.none")}</p>
        )}
      </Panel>
    </div>
  );
}
