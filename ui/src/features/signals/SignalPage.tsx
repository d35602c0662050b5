import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Table, Voice } from "@/api/types";
import { Chart } from "@/components/Chart";
import { Crumbs } from "@/components/Crumbs";
import { Highlighted } from "@/components/Highlighted";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { VoiceMeta } from "@/components/VoiceMeta";
import { CauseTable } from "@/features/signals/CauseTable";
import { signal as signalQuery } from "@/features/signals/queries";
import { SignalButtons } from "@/features/signals/SignalButtons";
import { Unusual } from "@/features/signals/SignalRow";
import { useValueName } from "@/features/signals/words";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/signals/signals.css";

const PARTS = ["severity", "spread", "speed", "reach"] as const;
const WHO = ["channel", "product", "region", "segment"] as const;

function Voices({ voices, only }: { voices: Voice[]; only: string | null }) {
  return (
    <>
      {voices.map((voice) => (
        <article key={voice.id} className="signal-voice">
          <p>
            <Highlighted text={voice.text} opinions={voice.opinions} only={only ? [only] : undefined} />
          </p>
          <VoiceMeta voice={voice} />
        </article>
      ))}
    </>
  );
}

/** One signal: how unusual, since when, who, where it began, why perhaps, and in whose words. */
export default function SignalPage() {
  const { t, name, language } = useI18n();
  const valueName = useValueName();
  const id = Number(useParams().id);
  const { data, error, refetch } = useQuery(signalQuery(id, language));
  if (!data) return <Pending error={error} refetch={refetch} rows={6} height={60} />;
  const { signal } = data;
  const window = { from: signal.window_from.slice(0, 10), to: signal.window_to.slice(0, 10) };
  return (
    <>
      <Crumbs>
        <Link to="/understand/signals">{t("nav.signals")}</Link>
      </Crumbs>
      <PageHead
        title={name(signal, "")}
        asOf={data.as_of}
        about={t("signal.story", {
          since: formatDateTime(signal.since, language),
          people: formatCount(signal.people, language),
          voices: formatCount(signal.voices, language),
        })}
      >
        <Link className="link" to={`/act/crises/${signal.id}`}>
          {t("crisis.title")}
        </Link>
        <Link className="link" to={signal.link}>
          {t("nav.verbatims")}
        </Link>
      </PageHead>
      <Unusual signal={signal} />
      <SignalButtons signal={signal} />
      <div className="signal-grid">
        <div className="signal-column">
          <Panel title={t("signal.days")} aside={<span style={{ marginRight: 30 }}><How about="how.signal" dated={{ window, as_of: data.as_of }} n={signal.people} /></span>}>
            <Chart option={data.chart} table={data.table as unknown as Table} label={t("signal.days")} height={260} />
          </Panel>
          <Panel title={t("signal.crisis")} aside={<strong className="num">{Math.round(signal.crisis)}</strong>}>
            <p className="quiet">{t("signal.crisis.about")}</p>
            <dl className="signal-parts num">
              {PARTS.map((part) => (
                <div key={part}>
                  <dt>{t(`signal.part.${part}`)}</dt>
                  <dd>
                    <span>{Math.round(100 * (signal.crisis_parts[part] ?? 0))}</span>
                    <meter min={0} max={1} value={signal.crisis_parts[part] ?? 0} aria-label={t(`signal.part.${part}`)} />
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
          <Panel title={t("signal.origin")}>
            <Voices voices={data.origin as Voice[]} only={signal.aspect} />
          </Panel>
        </div>
        <div className="signal-column">
          <Panel title={t("signal.cause")}>
            <CauseTable causes={data.causes} />
          </Panel>
          <Panel title={t("signal.who")}>
            {WHO.filter((dimension) => data.who[dimension]?.length).map((dimension) => (
              <p key={dimension} className="num">
                <span className="quiet">{t(`signal.dimension.${dimension}`)}</span>{" "}
                {data.who[dimension]!.map(({ value, people }) => `${valueName(dimension, value)} ${people}`).join(" · ")}
              </p>
            ))}
          </Panel>
          <Panel title={t("signal.voices")}>
            <Voices voices={data.verbatims as Voice[]} only={signal.aspect} />
          </Panel>
        </div>
      </div>
    </>
  );
}
