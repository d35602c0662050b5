import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, DatePicker, Form, Input, InputNumber, Select } from "antd";
import type { Dayjs } from "dayjs";
import { http, take } from "@/api/client";
import type { Estimate, FilterQuery, Steering } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Insufficient } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { formatCount, formatDay, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const KEY = "steering";

function Share({ estimate }: { estimate: Estimate }) {
  const { t } = useI18n();
  if (estimate.value === null || estimate.verdict !== "ok") return <Insufficient estimate={estimate} />;
  const range = estimate.low !== null && estimate.high !== null && t("programme.range", { low: formatPercent(estimate.low), high: formatPercent(estimate.high), n: estimate.n });
  return (
    <span className="num">
      {formatPercent(estimate.value)} {range && <span className="quiet steering-note">{range}</span>}
    </span>
  );
}

interface GoalDraft {
  figure: string;
  target: number;
  due_date: Dayjs;
}

function NewGoal({ data, query }: { data: Steering; query: FilterQuery }) {
  const { t, name } = useI18n();
  const queries = useQueryClient();
  const [form] = Form.useForm<GoalDraft>();
  const figure = Form.useWatch("figure", form);
  const unit = data.figures.find(({ id }) => id === figure)?.unit;
  const set = useMutation({
    mutationFn: ({ figure: id, target, due_date: due }: GoalDraft) =>
      take(http.POST("/api/v1/programme/goals", { params: { query }, body: { figure: id, target: unit === "share" ? target / 100 : target, due_date: due.format("YYYY-MM-DD"), note: "" } })),
    onSuccess: () => {
      form.resetFields();
      void queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Form form={form} layout="inline" requiredMark={false} onFinish={(draft) => set.mutate(draft)} className="steering-form">
      <Form.Item name="figure" rules={required}>
        <Select style={{ width: 200 }} placeholder={t("steering.figure")} aria-label={t("steering.figure")} options={data.figures.map((each) => ({ value: each.id, label: name(each) }))} />
      </Form.Item>
      <Form.Item name="target" rules={required}>
        <InputNumber min={0} placeholder={t("steering.target")} aria-label={t("steering.target")} addonAfter={unit === "share" ? "%" : undefined} />
      </Form.Item>
      <Form.Item name="due_date" rules={required}>
        <DatePicker placeholder={t("steering.due")} aria-label={t("steering.due")} />
      </Form.Item>
      <Button htmlType="submit" loading={set.isPending}>
        {t("steering.set")}
      </Button>
      <ErrorText error={set.error} />
    </Form>
  );
}

function Goals({ data, query }: { data: Steering; query: FilterQuery }) {
  const { t, name, language } = useI18n();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: number) => take(http.DELETE("/api/v1/programme/goals/{goal_id}", { params: { path: { goal_id: id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: [KEY] }),
  });
  const write = (value: number, unit: string) => (unit === "share" ? formatPercent(value) : formatDecimal(value));
  return (
    <Panel title={t("steering.goals")} aside={<How about="steering.goals.how" dated={data} />}>
      {data.goals.length === 0 && <p className="quiet">{t("steering.goals.none")}</p>}
      <ul className="steering-list">
        {data.goals.map((goal) => (
          <li key={goal.id}>
            <span>
              {name(goal.figure)} {goal.figure.good === "up" ? "≥" : "≤"} <span className="num">{write(goal.target, goal.figure.unit)}</span>
              <span className="quiet num steering-note">{t("steering.until", { day: formatDay(goal.due_date, language) })}</span>
            </span>
            {goal.figure.unit === "share" ? <Share estimate={goal.figure.estimate} /> : <span className="num">{goal.figure.estimate.value === null ? "—" : formatDecimal(goal.figure.estimate.value)}</span>}
            <span className="state" data-state={goal.reach}>
              {t(`steering.reach.${goal.reach}`)}
            </span>
            <button type="button" className="row-action" onClick={() => remove.mutate(goal.id)}>
              {t("teams.remove")}
            </button>
          </li>
        ))}
      </ul>
      <NewGoal data={data} query={query} />
    </Panel>
  );
}

function Departments({ data }: { data: Steering }) {
  const { t, name } = useI18n();
  return (
    <Panel title={t("steering.departments")} aside={<How about="steering.departments.how" dated={data} />}>
      <div className="chart-twin" tabIndex={0} role="region" aria-label={t("steering.departments")}>
        <table>
          <Heads names={(["team", "inTime", "content", "done", "effective", "games"] as const).map((head) => t(`steering.${head}`))} />
          <tbody>
            {data.departments.map((each) => (
              <tr key={each.team}>
                <td>{each.team || t("steering.noTeam")}</td>
                {[each.in_time, each.content, each.done, each.effective].map((estimate, index) => (
                  <td key={index}>
                    <Share estimate={estimate} />
                  </td>
                ))}
                <td>{each.games.map((game) => name(game)).join("；") || "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** What the programme costs in a month; said again, it replaces what was said before. */
function NewCost() {
  const { t } = useI18n();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ month: Dayjs; amount: number; note?: string }>();
  const note = useMutation({
    mutationFn: ({ month, amount, note: words }: { month: Dayjs; amount: number; note?: string }) =>
      take(http.PUT("/api/v1/programme/costs", { body: { month: month.format("YYYY-MM-01"), amount, note: words ?? "" } })),
    onSuccess: () => {
      form.resetFields();
      void queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Form form={form} layout="inline" requiredMark={false} onFinish={(draft) => note.mutate(draft)} className="steering-form">
      <Form.Item name="month" rules={required}>
        <DatePicker picker="month" placeholder={t("steering.cost.month")} aria-label={t("steering.cost.month")} />
      </Form.Item>
      <Form.Item name="amount" rules={required}>
        <InputNumber min={0} prefix="¥" style={{ width: 160 }} placeholder={t("steering.cost.amount")} aria-label={t("steering.cost.amount")} />
      </Form.Item>
      <Form.Item name="note">
        <Input maxLength={400} placeholder={t("steering.cost.note")} aria-label={t("steering.cost.note")} />
      </Form.Item>
      <Button htmlType="submit" loading={note.isPending}>
        {t("steering.cost.keep")}
      </Button>
      <ErrorText error={note.error} />
    </Form>
  );
}

function Staff({ data }: { data: Steering }) {
  const { t } = useI18n();
  const { participation } = data;
  return (
    <Panel title={t("steering.staff")}>
      <dl className="health">
        <dt>{t("steering.takingPart")}</dt>
        <dd>
          <Share estimate={participation.taking_part} />
        </dd>
      </dl>
      <p className="quiet num">{t("steering.staff.counts", { readers: participation.readers, logged: participation.logged })}</p>
      {participation.writers.length > 0 && <p className="quiet num">{participation.writers.map(({ username, voices }) => `${username} ${voices}`).join(" · ")}</p>}
    </Panel>
  );
}

function Cost({ cost }: { cost: Steering["cost"] }) {
  const { t, language } = useI18n();
  return (
    <Panel title={t("steering.cost")}>
      <div className="steering-said">
        {cost.per_insight === null ? (
          <p className="quiet">{t("steering.cost.none")}</p>
        ) : (
          <p className="num">{t("steering.cost.each", { each: formatCount(Math.round(cost.per_insight), language), n: cost.insights, months: cost.months })}</p>
        )}
        {cost.per_effective !== null && <p className="num">{t("steering.cost.worked", { each: formatCount(Math.round(cost.per_effective), language), n: cost.effective })}</p>}
      </div>
      <NewCost />
    </Panel>
  );
}

/** What the programme promised itself, by department, and who takes part. */
export function SteeringPanels({ query }: { query: FilterQuery }) {
  const { data } = useQuery({ queryKey: [KEY, query], queryFn: () => take(http.GET("/api/v1/programme/steering", { params: { query } })) });
  if (!data) return <SkeletonRows rows={4} />;
  return (
    <>
      <Goals data={data} query={query} />
      <Departments data={data} />
      <div className="health-grid">
        <Staff data={data} />
        <Cost cost={data.cost} />
      </div>
    </>
  );
}
