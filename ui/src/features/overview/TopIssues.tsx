import { Link } from "react-router";
import type { Dated, Fact } from "@/api/types";
import { AuditMark } from "@/components/AuditMark";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Direction, Spark, unhappyShares } from "@/components/Spark";
import { Empty, SkeletonRows } from "@/components/states";
import { useFilters } from "@/filters/filters";
import { useAspectPath } from "@/components/useAspectName";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export function TopIssues({ facts, dated }: { facts: Fact[] | undefined; dated: Partial<Dated> | undefined }) {
  const { t, name, language } = useI18n();
  const { linkTo } = useFilters();
  const path = useAspectPath();
  const max = Math.max(...(facts ?? []).map(({ negative_customers: one }) => one.high ?? 0), 0.01);
  return (
    <Panel
      className="span-7"
      flush
      title={t("overview.issues")}
      aside={
        <>
          <How about="how.customers" dated={dated} />
          <Link className="link" to={linkTo("/understand/facts")}>
            {t("overview.issues.all")}
          </Link>
        </>
      }
    >
      {!facts && <SkeletonRows rows={5} />}
      {facts?.length === 0 && <Empty title={t("facts.empty")} about={t("facts.empty.about")} />}
      {facts?.map((fact) => (
        <div key={fact.aspect} className="issue-block">
          <Link className="issue" to={fact.link}>
          <span>
            <span className="issue-name">{name(fact)}</span>
            <span className="issue-path"> {path(fact)}</span>
          </span>
          <Figure estimate={fact.negative_customers} unit="share" max={max} tone="negative" />
          <span className="quiet num issue-count">{t("unit.people", { n: formatCount(fact.negative_customers.count, language) })}</span>
          <Spark values={unhappyShares(fact.trend)} label={t("fact.weeks")} />
          <Direction direction={fact.trend.direction} />
          </Link>
          <AuditMark corrected={fact.corrected} />
        </div>
      ))}
    </Panel>
  );
}
