import type { Checked } from "@/features/questions/useLint";
import { useI18n } from "@/i18n/i18n";

/** Which goal is asked for by which question, and what serves none. */
export function Goals({ coverage }: { coverage: NonNullable<Checked["coverage"]> }) {
  const { t } = useI18n();
  const numbers = (places: number[]) => places.map((place) => place + 1).join("、");
  return (
    <ul className="lint-goals">
      {coverage.goals.map(({ goal, questions }) => (
        <li key={goal} data-missing={questions.length === 0}>
          <strong>{goal}</strong>
          <span>{questions.length > 0 ? t("questions.goal.served", { numbers: numbers(questions) }) : t("questions.goal.missing")}</span>
        </li>
      ))}
      {coverage.aimless.length > 0 && <li className="quiet">{t("questions.goal.aimless", { numbers: numbers(coverage.aimless) })}</li>}
    </ul>
  );
}
