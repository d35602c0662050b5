import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { PageHead } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { CodeBook } from "@/features/interviews/CodeBook";
import { Conversations } from "@/features/interviews/Conversations";
import { Findings } from "@/features/interviews/Findings";
import { Guide } from "@/features/interviews/Guide";
import { Quotes } from "@/features/interviews/Quotes";
import { studyOf, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/interviews/interviews.css";

const VIEWS = ["findings", "talks", "codes", "quotes", "guide"] as const;
type View = (typeof VIEWS)[number];

function Shown({ view, study }: { view: View; study: Study }) {
  if (view === "talks") return <Conversations study={study} />;
  if (view === "codes") return <CodeBook study={study} />;
  if (view === "quotes") return <Quotes study={study} />;
  if (view === "guide") return <Guide study={study} />;
  return <Findings study={study} />;
}

/** One study: what was found first, then the conversations, the code book, the quotes and the guide behind it. */
export default function StudyPage() {
  const { t } = useI18n();
  const id = Number(useParams().id);
  const [search, setSearch] = useSearchParams();
  const { data: study, error, refetch } = useQuery(studyOf(id));
  if (error && !study) return <Failure error={error} retry={() => void refetch()} />;
  if (!study) return <SkeletonRows rows={6} />;
  const first: View = study.conversations.some((one) => one.done_by.length > 0) ? "findings" : "talks";
  const view = VIEWS.find((one) => one === search.get("view")) ?? first;
  return (
    <>
      <PageHead title={study.title} about={t("interviews.study.about", { kind: t(`interviews.kind.${study.kind}`), by: study.created_by })}>
        <Link className="link" to="/collect/interviews">
          {t("interviews.all")}
        </Link>
      </PageHead>
      <Segmented
        className="study-views"
        value={view}
        onChange={(next) => setSearch({ view: next })}
        options={VIEWS.map((value) => ({ value, label: t(`interviews.view.${value}`) }))}
      />
      <Shown view={view} study={study} />
    </>
  );
}
