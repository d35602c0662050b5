import { useQuery } from "@tanstack/react-query";
import { meta } from "@/api/queries";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Empty } from "@/components/states";
import type { Coverage } from "@/features/coverage/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Groups heard too little, with what would close the gap. */
export function GapList({ gaps }: { gaps: Coverage["gaps"] }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  if (gaps.length === 0) return <Empty icon="check" title={t("coverage.answer.even")} />;
  const most = Math.max(1.2, ...gaps.map(({ group }) => group.ratio.high ?? 1));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table">
        <Heads names={[t("coverage.group"), t("coverage.customers"), t("coverage.heard"), t("coverage.ratio"), t("coverage.missing"), t("coverage.action")]} />
        <tbody>
          {gaps.map(({ group, channel, people, invitations }) => (
            <tr key={JSON.stringify(group.values)}>
              <td>{Object.values(group.values).join(" × ")}</td>
              <td className="num">{formatCount(group.customers, language)}</td>
              <td>
                <Figure estimate={group.heard} unit="share" max={1} />
              </td>
              <td>
                <Figure estimate={group.ratio} unit="ratio" max={most} tone="negative" />
              </td>
              <td className="num">{formatCount(group.missing, language)}</td>
              <td>
                {t("coverage.ask", {
                  channel: name(data?.channels.find(({ id }) => id === channel), channel ?? ""),
                  people: formatCount(people, language),
                  invitations: formatCount(invitations, language),
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
