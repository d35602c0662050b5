import { useQuery } from "@tanstack/react-query";
import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { TargetTable } from "@/features/plan/TargetTable";
import { proposal, useKeepPlan, type Goal, type PlanRules } from "@/features/plan/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const START = { margin: 5, response: 20, groups: 1, weeks: 13 };

interface Props {
  known: PlanRules;
  done: () => void;
}

/** Choosing goals; the proposal answers while one chooses. */
export function Proposal({ known, done }: Props) {
  const { t, name, language } = useI18n();
  const [goals, setGoals] = useState<Goal[]>(["product"]);
  const [numbers, setNumbers] = useState(START);
  const [title, setTitle] = useState("");
  const keep = useKeepPlan();
  const wish = { goals, margin: numbers.margin / 100, response_rate: numbers.response / 100, groups: numbers.groups, population: known.customers || null };
  const { data } = useQuery(proposal(wish));
  const toggle = (goal: Goal) => setGoals((all) => (all.includes(goal) ? all.filter((one) => one !== goal) : [...all, goal]));
  const number = (key: keyof typeof START, max: number, suffix = "") => (
    <label className="inline">
      {t(`plan.${key}`)}
      <InputNumber size="small" min={1} max={max} value={numbers[key]} suffix={suffix || undefined} onChange={(value) => setNumbers({ ...numbers, [key]: value ?? START[key] })} />
    </label>
  );
  const today = new Date().toISOString().slice(0, 10);
  const save = () => keep.mutate({ ...wish, title, starts_on: today, weeks: numbers.weeks }, { onSuccess: done });
  return (
    <Panel title={t("plan.new")} aside={<How about="plan.how" n={known.customers} />}>
      <div className="plan-goals">
        {known.goals.map((goal) => (
          <button key={goal.id} type="button" className="chip" data-active={goals.includes(goal.id)} aria-pressed={goals.includes(goal.id)} onClick={() => toggle(goal.id)}>
            {name(goal, goal.id)}
          </button>
        ))}
      </div>
      <div className="plan-numbers">
        {number("margin", 49, "%")}
        {number("response", 100, "%")}
        {number("groups", 100)}
        {number("weeks", 104)}
        <span className="quiet num">{t("plan.base", { n: formatCount(known.customers, language) })}</span>
      </div>
      {data && goals.length > 0 && <TargetTable targets={data} />}
      <div className="plan-numbers">
        <Input value={title} maxLength={80} placeholder={t("plan.title")} aria-label={t("plan.title")} style={{ width: 260 }} onChange={(event) => setTitle(event.target.value)} />
        <Button type="primary" disabled={!title.trim() || goals.length === 0} loading={keep.isPending} onClick={save}>
          {t("plan.keep")}
        </Button>
        <Button type="text" onClick={done}>
          {t("interviews.cancel")}
        </Button>
      </div>
      <ErrorText error={keep.error} />
    </Panel>
  );
}
