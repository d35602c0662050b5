import { useQuery } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { SavedReport } from "@/api/types";
import { Icon } from "@/components/Icon";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { news, previewPages, savedPages, savedReports, useSeen, useSend } from "@/features/reports/queries";
import { ReportPages } from "@/features/reports/ReportPages";
import { SaveDrawer } from "@/features/reports/SaveDrawer";
import { ShareModal } from "@/features/reports/ShareModal";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/reports/reports.css";

const FORMATS = ["pdf", "xlsx", "png", "html"] as const;

function News() {
  const { t, language } = useI18n();
  const { data } = useQuery(news);
  const seen = useSeen();
  if (!data) return null;
  return (
    <Panel
      title={t("report.news")}
      aside={
        <>
          <span className="num">{t("report.since", { at: formatDateTime(data.since, language) })}</span>
          {!data.quiet && (
            <button type="button" className="row-action" onClick={() => seen.mutate()}>
              {t("report.seen")}
            </button>
          )}
        </>
      }
    >
      <Sentences items={data.sentences} />
    </Panel>
  );
}

function Saved({ items, chosen, onChoose }: { items: SavedReport[]; chosen: number; onChoose: (id: number | null) => void }) {
  const { t } = useI18n();
  return (
    <nav className="report-list" aria-label={t("report.saved")}>
      <button type="button" aria-current={!chosen} onClick={() => onChoose(null)}>
        {t("report.now")}
      </button>
      {items.map((each) => (
        <button key={each.id} type="button" aria-current={each.id === chosen} onClick={() => onChoose(each.id)}>
          {each.name}
          <span className="quiet">{[each.team, t(`report.cadence.${each.schedule.cadence}`)].filter(Boolean).join(" · ")}</span>
        </button>
      ))}
    </nav>
  );
}

function Tools({ saved, download }: { saved: SavedReport | undefined; download: (format: string) => string }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const [sharing, setSharing] = useState(false);
  const send = useSend(saved?.id ?? 0);
  const sendNow = () =>
    send.mutate(undefined, {
      onSuccess: ({ targets }) => void message.success(t("report.sent", { n: targets })),
      onError: (error) => void message.error(error.message),
    });
  return (
    <>
      <Dropdown
        menu={{ items: FORMATS.map((format) => ({ key: format, label: <a href={download(format)}>{format.toUpperCase()}</a> })) }}
        trigger={["click"]}
      >
        <Button icon={<Icon name="upload" />}>{t("report.download")}</Button>
      </Dropdown>
      {saved && <Button onClick={() => setSharing(true)}>{t("report.share")}</Button>}
      {saved && (
        <Button loading={send.isPending} onClick={sendNow}>
          {t("report.send")}
        </Button>
      )}
      <Button type="primary" onClick={() => setEditing(true)}>
        {t(saved ? "report.edit" : "report.save")}
      </Button>
      {editing && <SaveDrawer saved={saved} onClose={() => setEditing(false)} />}
      {sharing && saved && <ShareModal id={saved.id} onClose={() => setSharing(false)} />}
    </>
  );
}

export default function ReportsPage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const chosen = Number(search.get("id")) || 0;
  const list = useQuery(savedReports).data?.items ?? [];
  const kept = useQuery({ ...savedPages(chosen), enabled: chosen > 0 });
  const fresh = useQuery({ ...previewPages(query), enabled: chosen === 0 });
  const { data, error, refetch } = chosen ? kept : fresh;
  const choose = (id: number | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (id === null) next.delete("id");
      else next.set("id", String(id));
      return next;
    });
  const download = (format: string) =>
    chosen ? `/api/v1/reports/${chosen}/file?format=${format}` : `/api/v1/reports/preview/file?format=${format}&lang=${query.lang}&${search}`;
  return (
    <>
      <PageHead title={t("nav.reports")} about={t("report.about")} asOf={data?.as_of}>
        <Tools key={chosen} saved={list.find(({ id }) => id === chosen)} download={download} />
      </PageHead>
      {!chosen && <FilterBar />}
      <News />
      <div className="report-grid" data-alone={list.length === 0}>
        {list.length > 0 && <Saved items={list} chosen={chosen} onChoose={choose} />}
        {!data && <Pending error={error} refetch={refetch} rows={6} height={80} />}
        {data && <ReportPages pages={data.pages} />}
      </div>
    </>
  );
}
