import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { http, take } from "@/api/client";
import { useI18n } from "@/i18n/i18n";

/** What the question linter finds in a draft, by the questions' names. */
export function useDraftFindings(definition: Record<string, unknown>) {
  const text = useDeferredValue(JSON.stringify(definition));
  return useQuery({
    queryKey: ["questions", "draft", text],
    queryFn: () => take(http.POST("/api/v1/questions/lint", { body: { text, form: "surveyjs", goals: [] } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  }).data?.questions;
}

type Checked = NonNullable<ReturnType<typeof useDraftFindings>>[number];

/** The faults of one question, in a line each. */
export function DraftFindings({ question }: { question: Checked | undefined }) {
  const { name, language } = useI18n();
  if (!question?.findings.length) return null;
  return (
    <ul className="survey-findings" aria-live="polite">
      {question.findings.map((finding) => (
        <li key={`${finding.rule}${finding.start}`}>
          <strong>{name(finding, finding.rule)}</strong> {language === "zh" ? finding.advice_zh : finding.advice_en}
        </li>
      ))}
    </ul>
  );
}
