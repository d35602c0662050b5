import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { FilterQuery, HealthFigure, Programme } from "@/api/types";
import { Chart } from "@/components/Chart";
import { Insufficient } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Maturity } from "@/features/programme/Maturity";
import { SteeringPanels } from "@/features/programme/Steering";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { formatCount, formatDateTime, formatDay, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/programme/programme.css";

const STAGES = ["collect", "analyse", "understand", "act"] as const;

const programme = (query: FilterQuery) => ({
  queryKey: ["programme", query],
  queryFn: () => take(http.GET("/api/v1/programme", { params: { query } })),
});

const reviews = {
  queryKey: ["programme-reviews"],
  queryFn: () => take(http.GET("/api/v1/programme/reviews")),
};

function Health({ figure, dated }: { figure: HealthFigure; dated: Programme }) {
  const { t, name, language } = useI18n();
  const { estimate, unit } = figure;
  const write = (value: number) => (unit === "share" ? formatPercent(value) : `${formatDecimal(value)} ${t(`programme.unit.${unit}`)}`);
  const known = estimate.value !== null && estimate.verdict === "ok";
  return (
    <div className="health">
      <dt>{figure.link ? <Link to={figure.link}>{name(figure)}</Link> : name(figure)}</dt>
      <dd>
        <span>
          {known ? <strong className="num">{write(estimate.value!)}</strong> : <Insufficient estimate={estimate} />}
          {known && estimate.low !== null && estimate.high !== null && (
            <span className="quiet num">{t("programme.range", { low: write(estimate.low), high: write(estimate.high), n: formatCount(estimate.n, language) })}</span>
          )}
        </span>
        <How about={{ zh: figure.about_zh, en: figure.about_en }} dated={dated} n={estimate.n} />
      </dd>
    </div>
  );
}

function Latency({ data }: { data: Programme }) {
  const { t, name, language } = useI18n();
  const day = (value: string | null) => (value ? formatDay(value, language) : "—");
  return (
    <Panel title={t("programme.latency")} aside={<How about="programme.latency.how" dated={data} />}>
      <dl className="legs num">
        {data.legs.map((leg) => (
          <div key={leg.id}>
            <dt>{name(leg)}</dt>
            <dd>{leg.estimate.value === null ? <Insufficient estimate={leg.estimate} minimum={5} /> : t("programme.days", { n: formatDecimal(leg.estimate.value, 0) })}</dd>
          </div>
        ))}
      </dl>
      <div className="chart-twin" tabIndex={0} role="region" aria-label={t("programme.latency")}>
        <table>
          <Heads names={(["action", "signal", "decided", "done", "judged"] as const).map((head) => t(`programme.way.${head}`))} />
          <tbody>
            {data.ways.map((way) => (
              <tr key={way.action_id}>
                <td>
                  <Link to={`/act/actions/${way.action_id}`}>{way.title}</Link>
                </td>
                <td>{day(way.signal)}</td>
                <td>{day(way.decided)}</td>
                <td>{day(way.done)}</td>
                <td>{day(way.judged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Reviews() {
  const { t, language } = useI18n();
  const queries = useQueryClient();
  const { data } = useQuery(reviews);
  const write = useMutation({
    mutationFn: () => take(http.POST("/api/v1/programme/reviews")),
    onSuccess: (items) => queries.setQueryData(reviews.queryKey, items),
  });
  return (
    <Panel
      title={t("programme.reviews")}
      aside={
        <Button size="small" loading={write.isPending} onClick={() => write.mutate()}>
          {t("programme.write")}
        </Button>
      }
    >
      {data?.items.length === 0 && <Empty icon="calendar" title={t("programme.reviews.none")} about={t("programme.reviews.about")} />}
      {data?.items.map((review) => (
        <article key={review.id} className="review">
          <h3 className="num">
            {review.period_start} – {review.period_end}
            <span className="quiet"> {formatDateTime(review.written_at, language)}</span>
          </h3>
          <Sentences items={review.sentences} />
        </article>
      ))}
    </Panel>
  );
}

/** Is everyone heard, is it acted on, does acting work. */
export default function ProgrammePage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const { data, error, refetch } = useQuery(programme(query));
  return (
    <>
      <PageHead title={t("nav.programme")} about={t("programme.about")} asOf={data?.as_of} />
      <FilterBar />
      {!data && <Pending error={error} refetch={refetch} rows={8} height={48} />}
      {data && (
        <>
          <Sentences items={data.sentences} />
          <div className="health-grid">
            {STAGES.map((stage) => (
              <Panel key={stage} title={t(`nav.${stage}`)}>
                <dl>
                  {data.figures
                    .filter((figure) => figure.stage === stage)
                    .map((figure) => (
                      <Health key={figure.id} figure={figure} dated={data} />
                    ))}
                </dl>
              </Panel>
            ))}
          </div>
          <div className="health-grid">
            <Panel title={t("programme.coverage")}>
              <Chart option={data.coverage_chart} table={data.coverage_table} label={t("programme.coverage")} height={240} />
            </Panel>
            <Panel title={t("programme.closing")}>
              {data.closing_table.rows.length > 1 ? (
                <Chart option={data.closing_chart} table={data.closing_table} label={t("programme.closing")} height={240} />
              ) : (
                <Empty icon="check" title={t("programme.closing.none")} about={t("programme.closing.none.about")} />
              )}
              <How about="programme.closing.how" dated={data} />
            </Panel>
          </div>
          <div className="programme-column">
            <SteeringPanels query={query} />
            <Latency data={data} />
            <Maturity />
          </div>
          <Reviews />
        </>
      )}
    </>
  );
}
