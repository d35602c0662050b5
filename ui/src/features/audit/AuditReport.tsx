import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { SkeletonRows } from "@/components/states";
import { MarkReport } from "@/features/audit/MarkReport";
import { report } from "@/features/audit/queries";
import { useI18n } from "@/i18n/i18n";

/** How far the axis of a change in κ reaches on either side: more would be another machine. */
export const DRIFT = 0.3;

/** How well the machine reads, and what its shares become once people's answers are counted in. */
export function AuditReport({ audit }: { audit: number }) {
  const { t, name } = useI18n();
  const { data } = useQuery(report(audit));
  if (!data) return <SkeletonRows rows={5} />;
  const max = Math.max(0.01, ...data.aspects.map(({ fact }) => Math.max(fact?.negative_customers.high ?? 0, fact?.corrected?.negative_customers.high ?? 0)));
  return (
    <>
      <Panel flush title={t("audit.report")} aside={<How about={data.how} n={data.customers} />}>
        <dl className="audit-kappa">
          <div>
            <dt>κ</dt>
            <dd>
              <Figure estimate={data.kappa} unit="ratio" max={1} showRange />
            </dd>
          </div>
          {data.drift && (
            <div>
              <dt>{t("audit.drift")}</dt>
              <dd>
                <SignedFigure estimate={data.drift} unit="ratio" reach={DRIFT} good="more" />
              </dd>
            </div>
          )}
        </dl>
        {data.aspects.length === 0 ? (
          <p className="audit-unread">{t("audit.report.none")}</p>
        ) : (
          <div className="table-scroll" tabIndex={0}>
          <table className="plain-table audit-list">
            <Heads names={[t("facts.aspect"), t("audit.byMachine"), t("audit.corrected"), t("audit.precision"), t("audit.recall"), "κ"]} />
            <tbody>
              {data.aspects.map((one) => (
                <tr key={one.aspect}>
                  <td>{one.fact ? <Link to={one.fact.link}>{name(one, one.aspect)}</Link> : name(one, one.aspect)}</td>
                  <td>{!one.fact && "—"}{one.fact && <Figure estimate={one.fact.negative_customers} unit="share" max={max} tone="negative" showRange />}</td>
                  <td>{!one.fact?.corrected && "—"}{one.fact?.corrected && <Figure estimate={one.fact.corrected.negative_customers} unit="share" max={max} tone="accent" showRange />}</td>
                  <td>
                    <Figure estimate={one.precision} unit="share" max={1} showRange />
                  </td>
                  <td>
                    <Figure estimate={one.recall} unit="share" max={1} showRange />
                  </td>
                  <td>
                    <Figure estimate={one.kappa} unit="ratio" max={1} showRange />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          </div>
        )}
      </Panel>
      <MarkReport marks={data.marks} />
    </>
  );
}
