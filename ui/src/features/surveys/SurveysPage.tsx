import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { SurveyDrawer } from "@/features/surveys/SurveyDrawer";
import { SurveyRow } from "@/features/surveys/SurveyRow";
import { TemplateCards } from "@/features/surveys/TemplateCards";
import { surveys } from "@/features/surveys/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/surveys/surveys.css";

export default function SurveysPage() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(surveys);
  const [chosen, choose] = useState<number | null>(null);
  const shown = data?.find(({ id }) => id === chosen);
  return (
    <>
      <PageHead title={t("nav.surveys")} about={t("surveys.about")} />
      <Panel title={t("surveys.new")}>
        <TemplateCards created={choose} />
      </Panel>
      <Panel title={t("surveys.list")} flush>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={4} />}
        {data?.length === 0 && <Empty icon="collect" title={t("surveys.empty")} about={t("surveys.empty.about")} />}
        {data?.map((survey) => (
          <SurveyRow key={survey.id} survey={survey} choose={() => choose(survey.id)} />
        ))}
      </Panel>
      {shown && <SurveyDrawer key={shown.id} survey={shown} close={() => choose(null)} />}
    </>
  );
}
