import { useQuery } from "@tanstack/react-query";
import { meta } from "@/api/queries";
import { Heads } from "@/components/Heads";
import { rules, type Target } from "@/features/plan/queries";
import { formatCount, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Each target with the rule's own reason. */
export function TargetTable({ targets }: { targets: Target[] }) {
  const { t, find, name, language } = useI18n();
  const { data } = useQuery(meta);
  const { data: known } = useQuery(rules);
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table">
        <Heads names={[t("plan.goal"), t("plan.channel"), t("plan.metric"), t("plan.people"), t("plan.why")]} />
        <tbody>
          {targets.map((target) => (
            <tr key={`${target.goal}${target.channel}`}>
              <td>{name(known?.goals.find(({ id }) => id === target.goal), target.goal)}</td>
              <td>{name(data?.channels.find(({ id }) => id === target.channel), target.channel)}</td>
              <td>{find(`plan.metric.${target.metric}`) ?? target.metric}</td>
              <td className="num">
                {target.people === 0
                  ? t("plan.everybody")
                  : target.margin === null
                    ? formatCount(target.people, language)
                    : t("plan.sample", { n: formatCount(target.people, language), margin: formatPercent(target.margin, 0) })}
                {target.invitations > target.people && <span className="quiet"> {t("plan.invite", { n: formatCount(target.invitations, language) })}</span>}
              </td>
              <td className="plan-why">{name(target)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
