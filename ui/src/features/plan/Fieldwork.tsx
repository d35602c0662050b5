import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meta } from "@/api/queries";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { TargetTable } from "@/features/plan/TargetTable";
import type { CollectionPlan, Progress } from "@/features/plan/queries";
import { formatCount, formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Weeks({ row }: { row: Progress }) {
  const { t, language } = useI18n();
  const most = Math.max(1, ...row.weeks.map(({ heard }) => heard));
  return (
    <span className="week-bars" role="img" aria-label={row.weeks.map(({ week, heard }) => `${week}: ${heard}`).join(", ")}>
      {row.weeks.map(({ week, heard }) => (
        <span key={week} style={{ height: `${Math.max(6, (100 * heard) / most)}%` }} title={t("plan.week", { week: formatDay(week, language), n: formatCount(heard, language) })} />
      ))}
    </span>
  );
}

function ChannelRow({ row }: { row: Progress }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const due = row.weeks.at(-1)?.planned_by_then ?? null;
  const share = row.planned ? Math.min(100, (100 * row.heard) / row.planned) : 0;
  return (
    <tr>
      <td>{name(data?.channels.find(({ id }) => id === row.channel), row.channel)}</td>
      <td className="num">{row.planned === null ? t("plan.everybody") : formatCount(row.planned, language)}</td>
      <td className="num">{due === null ? "—" : formatCount(due, language)}</td>
      <td>
        <span className="plan-done num">
          {formatCount(row.heard, language)}
          {row.planned !== null && (
            <span className="plan-bar">
              <span style={{ width: `${share}%` }} data-late={row.behind > 0} />
            </span>
          )}
        </span>
      </td>
      <td className={row.behind > 0 ? "plan-late num" : "quiet"}>{row.behind > 0 ? t("plan.behind", { n: formatCount(row.behind, language) }) : t("plan.onTrack")}</td>
      <td>
        <Weeks row={row} />
      </td>
    </tr>
  );
}

/** One plan: people heard through each channel beside what the plan has by now. */
export function Fieldwork({ plan }: { plan: CollectionPlan }) {
  const { t, language } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title={plan.title}
      aside={
        <>
          <span className="num">{t("plan.from", { day: formatDay(plan.starts_on, language), weeks: plan.weeks, by: plan.created_by })}</span>
          <button type="button" className="how" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? "plan.hideTargets" : "plan.showTargets")}
          </button>
        </>
      }
      flush
    >
      {isOpen && <TargetTable targets={plan.targets} />}
      <div className="table-scroll" tabIndex={0}>
        <table className="plain-table">
          <Heads names={[t("plan.channel"), t("plan.planned"), t("plan.due"), t("plan.heard"), t("plan.state"), t("plan.weekly")]} />
          <tbody>
            {plan.progress.map((row) => (
              <ChannelRow key={row.channel} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
