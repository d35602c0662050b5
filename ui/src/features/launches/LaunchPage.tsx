import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Segmented } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { Chart } from "@/components/Chart";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { SignedFigure } from "@/components/SignedFigure";
import { Rivalries } from "@/features/launches/Rivalries";
import { launch, type Report } from "@/features/launches/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/launches/launches.css";

const HOURS = [6, 24, 72, 168, 720];
const FILES = ["pdf", "html", "xlsx"] as const;
const ROLES = ["user", "onlooker", "promotion", "duplicate"];

function People({ data }: { data: Report }) {
  const { t, language } = useI18n();
  return (
    <Panel title={t("launch.people")} aside={<How about="launch.how" n={data.voices} />}>
      <dl className="launch-roles num">
        {ROLES.map((role) => (
          <div key={role} data-role={role}>
            <dt>{t(`launch.role.${role}` as WordKey)}</dt>
            <dd>{formatCount(data.people[role] ?? 0, language)}</dd>
          </div>
        ))}
      </dl>
      <p className="launch-figure">
        {t("launch.net")} <SignedFigure estimate={data.net} unit="ratio" reach={1} good="more" />
      </p>
      <p className="launch-figure">
        {t("launch.user_share")} <Figure estimate={data.user_share} unit="share" max={1} showRange />
      </p>
    </Panel>
  );
}

function Samples({ data }: { data: Report }) {
  const { t, language } = useI18n();
  return (
    <Panel title={t("launch.samples")}>
      <ul className="launch-samples">
        {data.samples.map((each) => (
          <li key={each.feedback_id}>
            <span className="tag">{t(`launch.role.${each.role}` as WordKey)}</span>
            <Link to={`/understand/verbatims?voice=${each.feedback_id}`}>{each.text}</Link>
            <span className="quiet num">{formatDateTime(each.occurred_at, language)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The report of one event at an hour after its start, or now: who speaks, what the first users say, beside whom. */
export default function LaunchPage() {
  const { id } = useParams();
  const { t, name, language } = useI18n();
  const [search, setSearch] = useSearchParams();
  const hours = search.get("hours") ? Number(search.get("hours")) : null;
  const { data, error, refetch } = useQuery(launch(Number(id), hours));
  if (!data) return <Pending error={error} refetch={refetch} rows={8} />;
  const options = [
    ...HOURS.map((each) => ({ value: String(each), label: each < 72 ? t("launch.at", { hours: each }) : t("launch.days", { days: each / 24 }) })),
    { value: "", label: t("launch.now") },
  ];
  const report = (format: string) => `/api/v1/launches/${data.event.id}/report?format=${format}&lang=${language}${hours ? `&hours=${hours}` : ""}`;
  const files = FILES.map((format) => ({ key: format, label: <a href={report(format)} target={format === "html" ? "_blank" : undefined} rel="noreferrer">{t(`launch.export.${format}`)}</a> }));
  return (
    <>
      <PageHead title={data.event.name} about={[data.event.product, ...data.event.terms].filter(Boolean).join(" · ")}>
        <Dropdown trigger={["click"]} menu={{ items: files }}>
          <Button>{t("launch.export")}</Button>
        </Dropdown>
      </PageHead>
      <div className="launch-hours">
        <Segmented value={hours ? String(hours) : ""} options={options} onChange={(value) => setSearch(value ? { hours: value } : {})} />
      </div>
      <div className="launch-summary">
        {data.summary.map((each) => (
          <p key={each.text_zh}>{each.link ? <Link to={each.link}>{name({ zh: each.text_zh, en: each.text_en })}</Link> : name({ zh: each.text_zh, en: each.text_en })}</p>
        ))}
      </div>
      <div className="launch-grid">
        <People data={data} />
        <Panel title={t("launch.timeline")}>
          <Chart option={data.chart} table={data.chart_table} label={t("launch.timeline")} height={240} />
        </Panel>
      </div>
      <Rivalries rivalries={data.rivalries} />
      <Samples data={data} />
    </>
  );
}
