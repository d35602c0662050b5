import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import { Chart } from "@/components/Chart";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { formatAge, formatCount, formatDecimal, formatDuration } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type WallData = components["schemas"]["WallOut"];
const EVERY_MS = 15_000;

const wall = (lang: "zh" | "en") =>
  queryOptions({
    queryKey: ["live-wall", lang],
    queryFn: () => take(http.GET("/api/v1/live/wall", { params: { query: { lang } } })),
    refetchInterval: EVERY_MS,
  });

function Channels({ data }: { data: WallData }) {
  const { t, name, language } = useI18n();
  const most = Math.max(...data.channels.map((each) => each.voices), 1);
  return (
    <Panel title={t("live.wall.channels")}>
      <ul className="wall-channels">
        {data.channels.map((each) => (
          <li key={each.channel}>
            <Link className="link" to={each.link}>
              {name(each, each.channel)}
            </Link>
            <span className="wall-bar" style={{ inlineSize: `${(100 * each.voices) / most}%` }} aria-hidden />
            <span className="num">{formatCount(each.voices, language)}</span>
            <Figure estimate={each.negative} unit="share" max={1} tone="negative" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RisingNow({ data }: { data: WallData }) {
  const { t, name, language } = useI18n();
  return (
    <Panel title={t("live.wall.rising")}>
      {data.rising.length === 0 && <p className="quiet">{t("live.wall.calm")}</p>}
      <ul className="wall-rising num">
        {data.rising.map((each) => (
          <li key={each.aspect} data-unusual={each.unusual}>
            <Link className="link" to={each.link}>
              {name(each, each.aspect)}
            </Link>
            <span>{t("live.wall.against", { n: formatCount(each.customers, language), expected: formatDecimal(each.expected), low: formatDecimal(each.low, 0), high: formatDecimal(each.high, 0) })}</span>
            {each.unusual && <span className="tag">{t("live.wall.unusual")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sources({ data }: { data: WallData }) {
  const { t, language } = useI18n();
  return (
    <Panel title={t("live.wall.sources")}>
      <ul className="wall-sources num">
        {data.sources.slice(0, 8).map((each) => (
          <li key={each.source}>
            <span>{each.source}</span>
            <span className="quiet">{formatAge(each.last_at, language)}</span>
            <span className="quiet">{t("live.wall.delay", { p50: formatDuration(each.delay_p50_s, language), p95: formatDuration(each.delay_p95_s, language) })}</span>
            {each.stale && <span className="tag">{t("live.wall.stale")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The last day at a glance: volume by mood, channels, what rises against four weeks, freshness of each source. */
export function Wall() {
  const { t, language } = useI18n();
  const { data } = useQuery(wall(language));
  if (!data || data.sources.length === 0) return null;
  return (
    <section className="wall-grid" aria-label={t("live.wall")}>
      <Panel title={t("live.wall.volume", { n: formatCount(data.voices, language) })}>
        <Chart option={data.volume} table={data.volume_table} label={t("live.wall")} height={180} />
      </Panel>
      <Channels data={data} />
      <RisingNow data={data} />
      <Sources data={data} />
    </section>
  );
}
