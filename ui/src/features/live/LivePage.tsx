import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { meta } from "@/api/queries";
import type { LiveVoice } from "@/api/types";
import { Dots } from "@/components/Dots";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { Empty, SkeletonRows } from "@/components/states";
import { useLive, type Live } from "@/features/live/useLive";
import { Wall } from "@/features/live/Wall";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters, type Filters, type ListFilter } from "@/filters/filters";
import { formatClock, formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/live/live.css";

const SHOWN: ListFilter[] = ["channel", "product", "aspect", "sentiment", "source"];

/** The stream brings every voice; the page shows those the filters ask for. */
function wanted(voice: LiveVoice, filters: Filters): boolean {
  const has = (chosen: string[], value: string | null) => chosen.length === 0 || (value !== null && chosen.includes(value));
  const under = (prefix: string) => voice.aspects.some((aspect) => aspect === prefix || aspect.startsWith(`${prefix}.`));
  return (
    has(filters.channel, voice.channel) &&
    has(filters.product, voice.product) &&
    has(filters.source, voice.source) &&
    has(filters.sentiment, voice.sentiment === null ? null : String(voice.sentiment)) &&
    (filters.aspect.length === 0 || filters.aspect.some(under)) &&
    voice.text.includes(filters.q)
  );
}

function LiveStatus({ live }: { live: Live }) {
  const { t, language } = useI18n();
  const { tick, state } = live;
  return (
    <span className="live-status num">
      <span className="pulse" data-state={state} role="status">
        {t(`live.${state}`)}
      </span>
      {tick && (
        <Dots
          items={[
            tick.voices !== null && t("live.voices", { n: formatCount(tick.voices, language) }),
            tick.lag_ms !== null && t("live.lag", { n: Math.round(tick.lag_ms) }),
          ]}
        />
      )}
    </span>
  );
}

function LiveRow({ voice, channel, onOpen }: { voice: LiveVoice; channel: string; onOpen: () => void }) {
  const { language } = useI18n();
  const aspects = language === "zh" ? voice.aspects_zh : voice.aspects_en;
  return (
    <button type="button" className="panel live-voice" onClick={onOpen}>
      {voice.received_at && (
        <time className="num" dateTime={voice.received_at}>
          {formatClock(voice.received_at, language)}
        </time>
      )}
      <span className="live-words">
        <span className="live-text">{voice.text}</span>
        <span className="quiet">
          <Dots items={[channel, voice.product, ...new Set(aspects)]} />
        </span>
      </span>
      <span>
        <Polarity sentiment={voice.sentiment} />
      </span>
    </button>
  );
}

export default function LivePage() {
  const { t, name } = useI18n();
  const { filters } = useFilters();
  const [paused, setPaused] = useState(false);
  const [, setSearch] = useSearchParams();
  const { data: known } = useQuery(meta);
  const live = useLive(paused);
  const shown = live.voices.filter((voice) => wanted(voice, filters));
  const open = (id: number) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("voice", String(id));
      return next;
    });
  return (
    <>
      <PageHead title={t("nav.live")} about={<LiveStatus live={live} />}>
        <Button icon={<Icon name={paused ? "play" : "pause"} size={14} />} onClick={() => setPaused(!paused)}>
          {paused ? t("live.resume", { n: live.held }) : t("live.pause")}
        </Button>
      </PageHead>
      <Wall />
      <FilterBar shown={SHOWN} timed={false} />
      <div className="live-wall">
        {shown.map((voice) => (
          <LiveRow
            key={voice.id}
            voice={voice}
            channel={name(known?.channels.find(({ id }) => id === voice.channel), voice.channel)}
            onOpen={() => open(voice.id)}
          />
        ))}
      </div>
      {shown.length === 0 && (
        <Panel flush>
          {live.state === "connecting" ? (
            <SkeletonRows rows={5} height={48} />
          ) : (
            <Empty title={t("live.empty")} about={t("live.empty.about")} />
          )}
        </Panel>
      )}
    </>
  );
}
