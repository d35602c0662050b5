import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { NewStudy } from "@/features/interviews/NewStudy";
import { studies, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/interviews/interviews.css";

function StudyRow({ study }: { study: Study }) {
  const { t } = useI18n();
  const done = study.conversations.filter((one) => one.done_by.length > 0).length;
  return (
    <li>
      <Link to={`/collect/interviews/${study.id}`}>
        <strong>{study.title}</strong>
        <span className="quiet">{t(`interviews.kind.${study.kind}`)}</span>
      </Link>
      <span className="num">{t("interviews.held", { n: study.conversations.length })}</span>
      <span className="num">{t("interviews.heard", { heard: study.heard, all: study.participants })}</span>
      <span className="num">{t("interviews.coded", { done, all: study.conversations.length })}</span>
    </li>
  );
}

/** 访谈与座谈: every study, and how far its coding has come. */
export default function InterviewsPage() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(studies);
  const [isNew, setNew] = useState(false);
  return (
    <>
      <PageHead title={t("nav.interviews")} about={t("interviews.about")}>
        <Button type="primary" onClick={() => setNew(true)}>
          {t("interviews.new")}
        </Button>
      </PageHead>
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={4} />}
        {data?.length === 0 && <Empty title={t("interviews.empty")} about={t("interviews.empty.about")} />}
        <ul className="study-list">
          {data?.map((study) => (
            <StudyRow key={study.id} study={study} />
          ))}
        </ul>
      </Panel>
      {isNew && <NewStudy close={() => setNew(false)} />}
    </>
  );
}
