import { Button } from "antd";
import { Marked } from "@/features/questions/Marked";
import type { CheckedQuestion, QuestionFinding } from "@/features/questions/useLint";
import { useI18n } from "@/i18n/i18n";

interface FindingRowProps {
  finding: QuestionFinding;
  apply?: (rewrite: string) => void;
}

function FindingRow({ finding, apply }: FindingRowProps) {
  const { t, name, language } = useI18n();
  const zh = language === "zh";
  return (
    <li className="lint-finding">
      <p>
        <strong>{name(finding, finding.rule)}</strong> {zh ? finding.reason_zh : finding.reason_en}
      </p>
      <p className="quiet">{zh ? finding.advice_zh : finding.advice_en}</p>
      {finding.rewrite && (
        <div className="lint-rewrite">
          <pre>{finding.rewrite}</pre>
          {apply && (
            <Button size="small" onClick={() => finding.rewrite && apply(finding.rewrite)}>
              {t("questions.apply")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface CardProps {
  question: CheckedQuestion;
  number: number;
  replace?: (rewrite: string) => void;
}

/** One question with what was found in it. */
export function QuestionCard({ question, number, replace }: CardProps) {
  const { t } = useI18n();
  return (
    <article className="lint-card" data-clean={question.findings.length === 0}>
      <span className="lint-number num" aria-hidden>
        {number}
      </span>
      <div>
        <Marked text={question.text} findings={question.findings} />
        {question.findings.length === 0 && <p className="quiet">{t("questions.clean")}</p>}
        <ul>
          {question.findings.map((finding) => (
            <FindingRow key={`${finding.rule}${finding.start}`} finding={finding} apply={replace} />
          ))}
        </ul>
      </div>
    </article>
  );
}
