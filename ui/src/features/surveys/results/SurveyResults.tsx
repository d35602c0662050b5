import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Dropdown } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { resultsOf, type Results, type Survey } from "@/features/surveys/queries";
import { OpenAspects } from "@/features/surveys/results/OpenAspects";
import { QuestionBlock } from "@/features/surveys/results/QuestionBlock";
import { TypedMargin } from "@/features/surveys/results/TypedMargin";
import { WeightNote } from "@/features/surveys/results/WeightNote";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const FILES = ["xlsx", "csv", "sav", "sps"] as const;
const WEIGHTS = ["segment", "region"] as const;

function Fieldwork({ fieldwork }: { fieldwork: Results["fieldwork"] }) {
  const { t, language } = useI18n();
  const ways = Object.entries(fieldwork.ways).map(([way, count]) => `${t(`surveys.via.${way}` as WordKey)} ${formatCount(count, language)}`);
  return (
    <ul className="survey-fieldwork">
      <li>
        <span>{t("surveys.completion")}</span> <Figure estimate={fieldwork.completion} unit="share" max={1} showRange />
      </li>
      {fieldwork.rr1 && (
        <li>
          <span>{t("surveys.rr1", { invited: formatCount(fieldwork.invited, language) })}</span> <Figure estimate={fieldwork.rr1} unit="share" max={1} showRange />
        </li>
      )}
      {fieldwork.rr2 && (
        <li>
          <span>{t("surveys.rr2")}</span> <Figure estimate={fieldwork.rr2} unit="share" max={1} showRange />
        </li>
      )}
      <li className="quiet">
        {[
          t("surveys.counts", { complete: formatCount(fieldwork.complete, language), partial: formatCount(fieldwork.partial, language) }),
          fieldwork.mailed ? t("surveys.mailed", { n: formatCount(fieldwork.mailed, language), reminded: formatCount(fieldwork.reminded, language) }) : "",
          fieldwork.median_seconds ? t("surveys.median", { n: Math.round(fieldwork.median_seconds) }) : "",
          ...ways,
        ]
          .filter(Boolean)
          .join(" · ")}
      </li>
    </ul>
  );
}

/** What a survey found: response rates, then each question with its interval. */
export function SurveyResults({ survey }: { survey: Survey }) {
  const { t } = useI18n();
  const [weights, setWeights] = useState<string[]>([]);
  const [margins, setMargins] = useState<string>();
  const { data, error, refetch } = useQuery(resultsOf(survey.id, weights, margins));
  const unweigh = () => {
    setWeights([]);
    setMargins(undefined);
    void refetch();
  };
  const files = FILES.map((kind) => ({
    key: kind,
    label: (
      <a href={`/api/v1/surveys/${survey.id}/file?kind=${kind}`} download>
        {t(`surveys.file.${kind}`)}
      </a>
    ),
  }));
  const download = (
    <Dropdown menu={{ items: files }} trigger={["click"]} placement="bottomRight">
      <Button>{t("surveys.files")}</Button>
    </Dropdown>
  );
  return (
    <>
      <Panel title={t("surveys.fieldwork")} aside={download}>
        <div className="survey-whole">
          <Checkbox.Group value={weights} onChange={setWeights} options={WEIGHTS.map((value) => ({ value, label: t(`surveys.weigh.${value}`) }))} />
          {data && <TypedMargin questions={data.questions} margins={margins} set={setMargins} />}
        </div>
        {error && <Failure error={error} retry={unweigh} />}
        {!data && !error && <SkeletonRows rows={3} />}
        {data && <Fieldwork fieldwork={data.fieldwork} />}
        {data?.weighting && <WeightNote weighting={data.weighting} />}
        <p className="quiet">{t(data?.weighting ? "surveys.weighted" : "surveys.spoke")}</p>
      </Panel>
      {data?.questions.map((question) => (
        <QuestionBlock key={question.name} question={question} />
      ))}
      {data && data.responses > 0 && (
        <Panel
          title={t("surveys.aspects")}
          aside={
            <Link className="link" to={`/understand/verbatims?source=${encodeURIComponent(data.source)}&range=all`}>
              {t("surveys.voices")}
            </Link>
          }
        >
          <OpenAspects source={data.source} />
        </Panel>
      )}
    </>
  );
}
