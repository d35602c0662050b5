import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { SurveyRow } from "@/features/surveys/SurveyRow";
import { TemplateCards } from "@/features/surveys/TemplateCards";
import { surveys } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/surveys/surveys.css";

export default function SurveysPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(surveys);
  return (
    <>
      <PageHead title={t("nav.surveys")} about={t("surveys.about")} />
      <Panel title={t("surveys.new")}>
        <TemplateCards created={(id) => void navigate(`/collect/surveys/${id}`)} />
      </Panel>
      <Panel title={t("surveys.list")} flush>
        {!data && <Pending error={error} refetch={refetch} rows={4} />}
        {data?.length === 0 && <Empty icon="collect" title={t("surveys.empty")} about={t("surveys.empty.about")} />}
        {data?.map((survey) => (
          <SurveyRow key={survey.id} survey={survey} />
        ))}
      </Panel>
    </>
  );
}
