import type { components } from "@/api/schema";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { useMarkName } from "@/features/audit/Marks";
import { useI18n } from "@/i18n/i18n";

/** How well the machine reads types and needs, voice by voice. */
export function MarkReport({ marks }: { marks: components["schemas"]["AuditedMarkOut"][] }) {
  const { t } = useI18n();
  const name = useMarkName();
  if (marks.length === 0) return null;
  return (
    <Panel flush title={t("audit.marks")}>
      <table className="plain-table audit-list">
        <Heads names={[t("audit.mark.name"), t("audit.mark.both"), t("audit.mark.humanOnly"), t("audit.mark.machineOnly"), t("audit.precision"), t("audit.recall")]} />
        <tbody>
          {marks.map((one) => (
            <tr key={one.mark}>
              <td>{name(one.mark)}</td>
              <td className="num">{one.both}</td>
              <td className="num">{one.human_only}</td>
              <td className="num">{one.machine_only}</td>
              <td>
                <Figure estimate={one.precision} unit="share" max={1} />
              </td>
              <td>
                <Figure estimate={one.recall} unit="share" max={1} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
