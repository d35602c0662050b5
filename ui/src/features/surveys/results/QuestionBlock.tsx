import { Figure, type Unit } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { KanoTable, MatrixTable, MaxDiffTable } from "@/features/surveys/results/Items";
import type { QuestionFound } from "@/features/surveys/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const UNITS: Record<string, { unit: Unit; max: number; min?: number }> = {
  nps: { unit: "score", max: 100, min: -100 },
  csat: { unit: "share", max: 1 },
  ces: { unit: "ratio", max: 7 },
};

function Options({ question }: { question: QuestionFound }) {
  const { language } = useI18n();
  const max = Math.max(0.05, ...question.options.map(({ share }) => share.high ?? 0));
  return (
    <ul className="survey-options">
      {question.options.map((option) => (
        <li key={option.value}>
          <span>{option.text}</span>
          <span className="num">{formatCount(option.count, language)}</span>
          <Figure estimate={option.share} unit="share" max={max} tone="accent" showRange />
        </li>
      ))}
    </ul>
  );
}

/** One question: its score where it has one, then what was answered. */
export function QuestionBlock({ question }: { question: QuestionFound }) {
  const { t, language } = useI18n();
  const drawn = UNITS[question.metric ?? ""] ?? { unit: "ratio" as Unit, max: Math.max(5, question.options.length) };
  return (
    <Panel title={question.title} aside={<span className="num">{t("surveys.answered", { n: formatCount(question.answered, language) })}</span>}>
      {question.score && (
        <p className="survey-score">
          <strong>{question.metric ? question.metric.toUpperCase() : t("surveys.mean")}</strong>
          <Figure estimate={question.score} unit={drawn.unit} max={drawn.max} tone="accent" showRange />
        </p>
      )}
      {question.options.length > 0 && <Options question={question} />}
      {question.kind === "matrix" && <MatrixTable question={question} />}
      {question.kind === "kano" && <KanoTable question={question} />}
      {question.kind === "maxdiff" && <MaxDiffTable question={question} />}
      {(question.kind === "comment" || question.kind === "text") && <p className="quiet">{t("surveys.open.below")}</p>}
    </Panel>
  );
}
