import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { PageHead } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { Builder } from "@/features/surveys/builder/Builder";
import { Distribution } from "@/features/surveys/Distribution";
import { surveyOf, useChange, type Survey } from "@/features/surveys/queries";
import { CrossTables } from "@/features/surveys/results/CrossTables";
import { SurveyResults } from "@/features/surveys/results/SurveyResults";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/surveys/surveys.css";
import "@/features/surveys/results/results.css";

const VIEWS = ["results", "crossing", "distribution", "questions"] as const;
type View = (typeof VIEWS)[number];

function Shown({ view, survey }: { view: View; survey: Survey }) {
  if (view === "results") return <SurveyResults survey={survey} />;
  if (view === "crossing") return <CrossTables survey={survey} />;
  if (view === "distribution") return <Distribution survey={survey} />;
  return <iframe className="survey-page-frame" src={`/api/v1/surveys/${survey.id}/preview`} title={survey.title} />;
}

/** One survey: a draft to make, an open one to hand out, answers to read. */
export default function SurveyPage() {
  const { t } = useI18n();
  const id = Number(useParams().id);
  const { data: survey, error, refetch } = useQuery(surveyOf(id));
  const [search, setSearch] = useSearchParams();
  const change = useChange();
  if (error && !survey) return <Failure error={error} retry={() => void refetch()} />;
  if (!survey) return <SkeletonRows rows={6} />;
  const isDraft = survey.state === "draft";
  const isOpen = survey.state === "open";
  const view = VIEWS.find((one) => one === search.get("view")) ?? (survey.complete ? "results" : "distribution");
  const about = (
    <>
      <Link className="link" to="/collect/surveys">
        {t("nav.surveys")}
      </Link>{" "}
      · {t(`surveys.state.${survey.state}`)}
      {survey.anonymous && ` · ${t("surveys.anonymous")}`}
    </>
  );
  return (
    <>
      <PageHead title={survey.title} about={about}>
        <Button type={isOpen ? "default" : "primary"} loading={change.isPending} onClick={() => change.mutate({ id, state: isOpen ? "closed" : "open" })}>
          {t(isOpen ? "surveys.close" : "surveys.open")}
        </Button>
      </PageHead>
      {change.error && <p role="alert">{change.error.message}</p>}
      {isDraft ? (
        <Builder survey={survey} />
      ) : (
        <>
          <Segmented<View> className="survey-views" value={view} onChange={(next) => setSearch({ view: next })} options={VIEWS.map((value) => ({ value, label: t(`surveys.view.${value}` as WordKey) }))} />
          <Shown view={view} survey={survey} />
        </>
      )}
    </>
  );
}
