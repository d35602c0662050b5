import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { overview } from "@/api/queries";
import type { Dated, Overview } from "@/api/types";
import { Chart } from "@/components/Chart";
import { How } from "@/components/How";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Empty, Failure, Skeleton } from "@/components/states";
import { ChannelTable } from "@/features/overview/ChannelTable";
import { Duties } from "@/features/overview/Duties";
import { KpiStrip } from "@/features/overview/KpiStrip";
import { TopIssues } from "@/features/overview/TopIssues";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";
import "@/features/overview/overview.css";

function isEmpty(data: Overview): boolean {
  return data.kpis.every(({ estimate }) => !estimate.n && !estimate.value);
}

function Charts({ data }: { data: Overview | undefined }) {
  const { t } = useI18n();
  const dated: Partial<Dated> = data ?? {};
  return (
    <>
      <Panel className="span-7" title={t("overview.volume")} aside={<Aside about="how.volume" dated={dated} />}>
        {data ? <Chart option={data.volume_chart} table={data.volume_table} label={t("overview.volume")} dated={dated} /> : <Skeleton height={260} />}
      </Panel>
      <Panel className="span-5" title={t("overview.sentiment")} aside={<Aside about="how.negativeShare" dated={dated} />}>
        {data ? <Chart option={data.sentiment_chart} table={data.sentiment_table} label={t("overview.sentiment")} dated={dated} /> : <Skeleton height={260} />}
      </Panel>
    </>
  );
}

function Aside({ about, dated }: { about: "how.volume" | "how.negativeShare"; dated: Partial<Dated> }) {
  return (
    <span style={{ marginRight: 30 }}>
      <How about={about} dated={dated} />
    </span>
  );
}

export default function OverviewPage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const { data, error, refetch } = useQuery(overview(query));
  const empty = data && isEmpty(data);
  return (
    <>
      <PageHead title={t("nav.overview")} asOf={data?.as_of} />
      <FilterBar window={data?.window} />
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : empty ? (
        <Panel>
          <Empty icon="collect" title={t("overview.empty")} about={t("overview.empty.about")}>
            <Link to="/collect/import">
              <Button type="primary">{t("overview.empty.import")}</Button>
            </Link>
            <Link to="/collect/log">
              <Button>{t("overview.empty.log")}</Button>
            </Link>
          </Empty>
        </Panel>
      ) : (
        <>
          {data ? <Sentences items={data.headline} /> : <HeadlineSkeleton />}
          <KpiStrip kpis={data?.kpis} dated={data} />
          <div className="overview-grid">
            <Charts data={data} />
            <TopIssues facts={data?.top_issues} dated={data} />
            <Duties actions={data?.actions} alerts={data?.alerts} />
            <ChannelTable rows={data?.channels} dated={data} />
          </div>
        </>
      )}
    </>
  );
}

function HeadlineSkeleton() {
  return (
    <div className="sentences">
      <Skeleton height={24} width="70%" />
      <Skeleton height={18} width="52%" />
    </div>
  );
}
