import { Tooltip } from "antd";
import type { Case } from "@/api/types";
import { formatAge, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** The clock that runs next: the first answer, then the resolution; it stands still while the customer is asked. */
export function Clock({ item }: { item: Case }) {
  const { t, language } = useI18n();
  if (item.state === "resolved") return <span className="clock num">{item.resolved_at && formatAge(item.resolved_at, language)}</span>;
  if (item.state === "waiting") return <span className="clock">{t("case.clock.stopped")}</span>;
  const answered = item.responded_at !== null;
  const until = answered ? item.resolve_by : item.respond_by;
  const late = new Date(until).getTime() < Date.now();
  return (
    <Tooltip title={t(answered ? "case.clock.resolve" : "case.clock.respond", { at: formatDateTime(until, language) })}>
      <span className="clock num" data-late={late}>
        {t(late ? "case.clock.late" : "case.clock.left", { span: span(until, language === "zh") })}
      </span>
    </Tooltip>
  );
}

function span(until: string, zh: boolean): string {
  const minutes = Math.round(Math.abs(new Date(until).getTime() - Date.now()) / 60_000);
  if (minutes < 60) return zh ? `${minutes} 分钟` : `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return zh ? `${hours} 小时` : `${hours} h`;
  return zh ? `${Math.round(hours / 24)} 天` : `${Math.round(hours / 24)} days`;
}
