import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Fieldwork } from "@/features/plan/Fieldwork";
import { Proposal } from "@/features/plan/Proposal";
import { plans, rules, type CollectionPlan } from "@/features/plan/queries";
import { useI18n } from "@/i18n/i18n";
import { meta } from "@/api/queries";
import { formatCount } from "@/i18n/format";
import "@/features/plan/plan.css";

function Answer({ plan }: { plan: CollectionPlan }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const late = plan.progress.filter(({ behind }) => behind > 0).sort((a, b) => b.behind - a.behind);
  const [worst] = late;
  const channel = (id: string) => name(data?.channels.find((one) => one.id === id), id);
  return (
    <ol className="sentences">
      <li>
        {worst
          ? t("plan.answer.behind", { title: plan.title, n: late.length, channel: channel(worst.channel), missing: formatCount(worst.behind, language) })
          : t("plan.answer.fine", { title: plan.title })}
      </li>
    </ol>
  );
}

/** 采集计划: goals become channels and sizes by rules one can read; the fieldwork is followed week by week. */
export default function PlanPage() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(plans);
  const { data: known } = useQuery(rules);
  const [isNew, setNew] = useState(false);
  const [current] = data ?? [];
  return (
    <>
      <PageHead title={t("nav.plan")} about={t("plan.about")}>
        {!isNew && (
          <Button type="primary" onClick={() => setNew(true)}>
            {t("plan.new")}
          </Button>
        )}
      </PageHead>
      {!data && <Pending error={error} refetch={refetch} rows={6} />}
      {current && !isNew && <Answer plan={current} />}
      <div className="plan-stack">
        {known && (isNew || data?.length === 0) && <Proposal known={known} done={() => setNew(false)} />}
        {data?.length === 0 && !isNew && (
          <Panel>
            <Empty title={t("plan.empty")} about={t("plan.empty.about")} />
          </Panel>
        )}
        {data?.map((plan) => (
          <Fieldwork key={plan.id} plan={plan} />
        ))}
      </div>
    </>
  );
}
