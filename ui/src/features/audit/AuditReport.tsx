import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { MarkReport } from "@/features/audit/MarkReport";
import { report } from "@/features/audit/queries";
import { useI18n } from "@/i18n/i18n";

/** How well the machine reads, and what its shares become once people's answers are counted in. */
export function AuditReport({ audit }: { audit: number }) {
  const { t, name } = useI18n();
  const { data } = useQuery(report(audit));
  if (!data) return <SkeletonRows rows={5} />;
  const max = Math.max(0.01, ...data.aspects.map(({ fact }) => Math.max(fact?.negative_customers.high ?? 0, fact?.corrected?.negative_customers.high ?? 0)));
  return (
    <>
      <Panel flush title={t("audit.report")} aside={<How about={data.how} n={data.customers} />}>
        <p className="audit-kappa">
          κ <Figure estimate={data.kappa} unit="ratio" max={1} showRange />
          {data.drift && (
            <>
              {t("audit.drift")} <Figure estimate={data.drift} unit="ratio" max={1} showRange />
            </>
          )}
        </p>
        {data.aspects.length === 0 ? (
          <p className="audit-unread">{t("audit.report.none")}</p>
        ) : (
          <table className="plain-table audit-list">
            <thead>
              <tr>
                <th scope="col">{t("facts.aspect")}</th>
                <th scope="col">{t("audit.byMachine")}</th>
                <th scope="col">{t("audit.corrected")}</th>
                <th scope="col">{t("audit.precision")}</th>
                <th scope="col">{t("audit.recall")}</th>
                <th scope="col">κ</th>
              </tr>
            </thead>
            <tbody>
              {data.aspects.map((one) => (
                <tr key={one.aspect}>
                  <td>{one.fact ? <Link to={one.fact.link}>{name(one, one.aspect)}</Link> : name(one, one.aspect)}</td>
                  <td>{one.fact && <Figure estimate={one.fact.negative_customers} unit="share" max={max} tone="negative" showRange />}</td>
                  <td>{one.fact?.corrected && <Figure estimate={one.fact.corrected.negative_customers} unit="share" max={max} tone="accent" showRange />}</td>
                  <td>
                    <Figure estimate={one.precision} unit="share" max={1} />
                  </td>
                  <td>
                    <Figure estimate={one.recall} unit="share" max={1} />
                  </td>
                  <td>
                    <Figure estimate={one.kappa} unit="ratio" max={1} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      <MarkReport marks={data.marks} />
    </>
  );
}
