import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure, type Unit } from "@/components/Figure";
import { Failure, SkeletonRows } from "@/components/states";
import { resultsOf, type Results, type Survey } from "@/features/surveys/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Question = Results["questions"][number];

const UNITS: Record<string, { unit: Unit; max: number }> = {
  nps: { unit: "score", max: 100 },
  csat: { unit: "share", max: 1 },
  ces: { unit: "ratio", max: 7 },
};

function QuestionBlock({ question }: { question: Question }) {
  const { t, language } = useI18n();
  const drawn = UNITS[question.metric ?? ""] ?? { unit: "ratio" as Unit, max: 10 };
  return (
    <article className="survey-result">
      <h3>{question.title}</h3>
      <p className="quiet num">{t("surveys.answered", { n: formatCount(question.answered, language) })}</p>
      {question.score && (
        <p>
          {question.metric && <strong>{question.metric.toUpperCase()} </strong>}
          <Figure estimate={question.score} unit={drawn.unit} max={drawn.max} tone="accent" showRange />
        </p>
      )}
      <ul>
        {question.options.map((option) => (
          <li key={option.value}>
            <span>{option.text}</span>
            <span className="num">{formatCount(option.count, language)}</span>
            <Figure estimate={option.share} unit="share" max={1} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** What a survey found: response rates, then each question with its interval. */
export function SurveyResults({ survey }: { survey: Survey }) {
  const { t, language } = useI18n();
  const { data, error, refetch } = useQuery(resultsOf(survey.id));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={5} />;
  const { fieldwork } = data;
  return (
    <section>
      <ul className="survey-fieldwork">
        <li>
          {t("surveys.completion")} <Figure estimate={fieldwork.completion} unit="share" max={1} showRange />
        </li>
        {fieldwork.rr1 && (
          <li>
            {t("surveys.rr1", { invited: formatCount(fieldwork.invited, language) })} <Figure estimate={fieldwork.rr1} unit="share" max={1} showRange />
          </li>
        )}
      </ul>
      <p className="quiet">{t("surveys.spoke")}</p>
      {data.questions.map((question) => (
        <QuestionBlock key={question.name} question={question} />
      ))}
      <Link className="link" to={`/understand/verbatims?source=${encodeURIComponent(data.source)}&range=all`}>
        {t("surveys.voices")}
      </Link>
    </section>
  );
}
