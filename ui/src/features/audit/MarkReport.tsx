import type { components } from "@/api/schema";
import { Figure } from "@/components/Figure";
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
        <thead>
          <tr>
            <th scope="col">{t("audit.mark.name")}</th>
            <th scope="col">{t("audit.mark.both")}</th>
            <th scope="col">{t("audit.mark.humanOnly")}</th>
            <th scope="col">{t("audit.mark.machineOnly")}</th>
            <th scope="col">{t("audit.precision")}</th>
            <th scope="col">{t("audit.recall")}</th>
          </tr>
        </thead>
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
