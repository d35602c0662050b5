import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import type { FilterQuery } from "@/api/types";
import { ExportMenu } from "@/components/ExportMenu";
import { PageHead, Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { useRowKeys } from "@/components/useRowKeys";
import { SummaryPanel } from "@/features/verbatims/SummaryPanel";
import { VoiceRow } from "@/features/verbatims/VoiceRow";
import { FilterBar } from "@/filters/FilterBar";
import { fileHref } from "@/filters/fileHref";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/verbatims/verbatims.css";

const PAGE = 40;
const ROW_ESTIMATE = 132;

function useVoices(query: FilterQuery) {
  return useInfiniteQuery({
    queryKey: ["verbatims", "list", query],
    queryFn: ({ pageParam, signal }) =>
      take(http.GET("/api/v1/verbatims", { params: { query: { ...query, limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export default function VerbatimsPage() {
  const { t, language } = useI18n();
  const { query, filters, clear } = useFilters();
  const [, setSearch] = useSearchParams();
  const { data: known } = useQuery(meta);
  const [summed, setSummed] = useState(false);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useVoices(query);
  const voices = data?.pages.flatMap((page) => page.items) ?? [];
  const list = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: voices.length,
    estimateSize: () => ROW_ESTIMATE,
    overscan: 6,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => voices[index]!.id,
  });
  const open = (index: number) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("voice", String(voices[index]!.id));
      return next;
    });
  const current = useRowKeys(voices.length, { open });
  useEffect(() => {
    if (current >= 0) rows.scrollToIndex(current, { align: "auto" });
  }, [current, rows]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= voices.length - 8) void fetchNextPage();
  }, [last, voices.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const dated = data?.pages[0];
  const total = dated?.total;
  return (
    <>
      <PageHead title={t("nav.verbatims")} asOf={dated?.as_of}>
        {known?.summaries && total !== 0 && <Button onClick={() => setSummed(true)}>{t("summary.ask")}</Button>}
        <ExportMenu kinds={["csv", "xlsx"]} href={(kind) => fileHref("/verbatims/file", query, { kind })} />
      </PageHead>
      <FilterBar window={dated?.window} />
      <div className="voices-head num">
        {total !== undefined && <span aria-live="polite">{t("verbatims.total", { n: formatCount(total, language) })}</span>}
        <span className="legend" aria-hidden>
          {([-1, 0, 1] as const).map((sentiment) => (
            <span key={sentiment} className="span" data-sentiment={sentiment} style={{ padding: "0 4px" }}>
              <Polarity sentiment={sentiment} />
            </span>
          ))}
        </span>
      </div>
      {summed && <SummaryPanel query={query} onClose={() => setSummed(false)} />}
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && (
        <Panel flush>
          <SkeletonRows rows={7} height={84} />
        </Panel>
      )}
      {data && voices.length === 0 && (
        <Panel>
          <Empty title={t("verbatims.empty")} about={t("verbatims.empty.about")}>
            <Button onClick={clear}>{t("filter.clear")}</Button>
          </Empty>
        </Panel>
      )}
      {voices.length > 0 && (
        <div ref={list} className="panel" role="feed" aria-label={t("nav.verbatims")} style={{ height: rows.getTotalSize(), position: "relative", overflow: "hidden" }}>
          {shown.map((item) => (
            <div
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              style={{ position: "absolute", insetInline: 0, top: 0, transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}
            >
              <VoiceRow
                voice={voices[item.index]!}
                only={filters.aspect}
                current={item.index === current}
                position={item.index + 1}
                total={total ?? voices.length}
                onOpen={() => open(item.index)}
              />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
