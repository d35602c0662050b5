import { Button, Input } from "antd";
import { useState } from "react";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure } from "@/components/states";
import { Goals } from "@/features/questions/Goals";
import { QuestionCard } from "@/features/questions/QuestionCard";
import { useLint, type CheckedQuestion } from "@/features/questions/useLint";
import { useI18n } from "@/i18n/i18n";
import "@/features/questions/questions.css";

/** Puts a rewrite in a question's place; null when the text has changed under it. */
function replaced(text: string, question: CheckedQuestion, rewrite: string): string | null {
  if (question.start === null) return null;
  const points = Array.from(text);
  const length = Array.from(question.text).length;
  if (points.slice(question.start, question.start + length).join("") !== question.text) return null;
  return [...points.slice(0, question.start), rewrite, ...points.slice(question.start + length)].join("");
}

export default function QuestionsPage() {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const [goals, setGoals] = useState("");
  const { data, error, refetch } = useLint(text, goals);
  const shown = text.trim() ? data : undefined;
  const summary = shown && t("questions.summary", { questions: shown.questions.length, findings: shown.findings, clean: shown.clean });
  return (
    <>
      <PageHead title={t("nav.questions")} about={t("questions.about")} />
      <div className="lint-grid">
        <Panel>
          <Input.TextArea
            autoFocus
            aria-label={t("questions.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoSize={{ minRows: 12, maxRows: 30 }}
            placeholder={t("questions.hint")}
          />
          <label className="lint-label">
            {t("questions.goals")}
            <Input.TextArea value={goals} onChange={(event) => setGoals(event.target.value)} autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t("questions.goals.hint")} />
          </label>
          <Button type="text" onClick={() => setText(t("questions.example"))}>
            {t("questions.useExample")}
          </Button>
        </Panel>
        <Panel title={t("questions.result")} aside={summary && <span aria-live="polite">{summary}</span>}>
          {error && <Failure error={error} retry={() => void refetch()} />}
          {!shown && !error && <Empty icon="collect" title={t("questions.empty")} about={t("questions.empty.about")} />}
          {shown?.coverage && <Goals coverage={shown.coverage} />}
          {shown?.questions.map((question, index) => (
            <QuestionCard
              key={`${question.place}${index}`}
              question={question}
              number={index + 1}
              replace={question.start === null ? undefined : (rewrite) => setText(replaced(text, question, rewrite) ?? text)}
            />
          ))}
        </Panel>
      </div>
    </>
  );
}
