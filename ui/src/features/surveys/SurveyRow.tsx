import { Link } from "react-router";
import type { Survey } from "@/features/surveys/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** A survey in the list: its state and how many answered. */
export function SurveyRow({ survey }: { survey: Survey }) {
  const { t, language } = useI18n();
  return (
    <div className="survey-row">
      <div>
        <Link className="link" to={`/collect/surveys/${survey.id}`}>
          {survey.title}
        </Link>{" "}
        <span className="quiet">
          {formatDateTime(survey.created_at, language)}
          {survey.standing && ` · ${t("surveys.standing")}`}
        </span>
      </div>
      <span className="survey-state" data-state={survey.state}>
        {t(`surveys.state.${survey.state}`)}
      </span>
      <span className="num">{t("surveys.counts", { complete: formatCount(survey.complete, language), partial: formatCount(survey.partial, language) })}</span>
    </div>
  );
}
