import { Link } from "react-router";
import type { Dated, Fact } from "@/api/types";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Direction, Spark } from "@/components/Spark";
import { Empty, SkeletonRows } from "@/components/states";
import { useFilters } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";

export function TopIssues({ facts, dated }: { facts: Fact[] | undefined; dated: Partial<Dated> | undefined }) {
  const { t, name } = useI18n();
  const { linkTo } = useFilters();
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
      <div style={{ height: 10 }} />
      {!facts && <SkeletonRows rows={5} />}
      {facts?.length === 0 && <Empty title={t("facts.empty")} about={t("facts.empty.about")} />}
      {facts?.map((fact) => (
        <Link key={fact.aspect} className="issue" to={fact.link}>
          <span>
            <span className="issue-name">{name(fact)}</span>
            <span className="issue-path"> {name({ zh: fact.path_zh.at(-2), en: fact.path_en.at(-2) })}</span>
          </span>
          <Figure estimate={fact.negative_customers} unit="share" max={max} tone="negative" />
          <Spark values={fact.trend.weeks.map((week) => week.negative)} label={t("fact.weeks")} />
          <Direction direction={fact.trend.direction} />
        </Link>
      ))}
    </Panel>
  );
}
