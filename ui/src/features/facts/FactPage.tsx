import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { fact as factQuery } from "@/api/queries";
import { AuditNote } from "@/components/AuditMark";
import { Chart } from "@/components/Chart";
import { Crumbs } from "@/components/Crumbs";
import { Highlighted } from "@/components/Highlighted";
import { How } from "@/components/How";
import { Icon } from "@/components/Icon";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Failure, Skeleton, SkeletonRows } from "@/components/states";
import { useAspectPath } from "@/components/useAspectName";
import { VoiceMeta } from "@/components/VoiceMeta";
import { Talk } from "@/components/Talk";
import { Breakdowns } from "@/features/facts/Breakdowns";
import { FactFigures } from "@/features/facts/FactFigures";
import { ImpactPanel } from "@/features/facts/ImpactPanel";
import { impact } from "@/features/facts/queries";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters, type ListFilter } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";
import "@/features/facts/facts.css";

/** The aspect is in the path here, so the bar does not offer it a second time. */
const SHOWN: ListFilter[] = ["channel", "product", "sentiment", "type", "segment", "region", "source"];

export default function FactPage() {
  const { t, name } = useI18n();
  const path = useAspectPath();
  const { aspect = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const { query, linkTo } = useFilters();
  const about = { ...query, aspect: undefined };
  const { data, error, refetch } = useQuery(factQuery(aspect, about));
  usePrefetchQuery(impact(aspect, about));
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const act = () => {
    const next = new URLSearchParams(search);
    next.set("new-action", aspect);
    setSearch(next);
  };
  return (
    <>
      <Crumbs>
        <Link to={linkTo("/understand/facts")}>{t("nav.facts")}</Link>
        {data && path(data) && <span> / {path(data)}</span>}
      </Crumbs>
      <PageHead title={data ? name(data, aspect) : <Skeleton width={140} height={26} />} asOf={data?.as_of}>
        <Link to={linkTo("/understand/verbatims", { aspect })}>
          <Button>{t("fact.verbatims")}</Button>
        </Link>
        <Button type="primary" onClick={act} icon={<Icon name="plus" />}>
          {t("action.create")}
        </Button>
      </PageHead>
      <FilterBar window={data?.window} shown={SHOWN} />
      {!data && <SkeletonRows rows={6} height={60} />}
      {data && (
        <>
          <Sentences items={data.summary} />
          <AuditNote facts={[data]} />
          <FactFigures fact={data} />
          <div className="fact-grid">
            <div className="fact-column">
              <Panel title={t("fact.trend")} aside={<span style={{ marginRight: 30 }}><How about={data.how} dated={data} /></span>}>
                <Chart option={data.trend_chart} table={data.trend_table} label={`${name(data, aspect)} · ${t("fact.trend")}`} dated={data} height={250} />
              </Panel>
              <Panel
                title={t("fact.voices")}
                aside={
                  <Link className="link" to={linkTo("/understand/verbatims", { aspect })}>
                    {t("fact.verbatims.all")}
                  </Link>
                }
              >
                {data.verbatims.map((voice) => (
                  <article key={voice.id} className="quote">
                    <p>
                      <Highlighted text={voice.text} opinions={voice.opinions} only={[aspect]} />
                    </p>
                    <VoiceMeta voice={voice} />
                  </article>
                ))}
              </Panel>
              <Breakdowns fact={data} />
            </div>
            <div className="fact-column">
              <ImpactPanel aspect={aspect} query={about} />
              <Panel>
                <Talk kind="fact" id={aspect} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </>
  );
}
