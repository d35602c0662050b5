import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Form, Input, InputNumber, Select, type FormInstance } from "antd";
import { meta } from "@/api/queries";
import type { AlertMetric } from "@/api/types";
import type { Draft } from "@/features/alerts/draft";
import { teams } from "@/features/alerts/queries";
import { useI18n } from "@/i18n/i18n";

const METRICS: AlertMetric[] = ["negative_customers", "share_negative", "voices"];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, "0")}:00` }));
const WIDE = { width: "100%" };

function Watched() {
  const { t, name } = useI18n();
  const { data } = useQuery(meta);
  const aspects = data?.taxonomies.flatMap(({ nodes }) => nodes).map((node) => ({ value: node.id, label: name(node, node.id) }));
  return (
    <>
      <Form.Item name="aspect" label={t("filter.aspect")}>
        <Select mode="multiple" options={aspects} optionFilterProp="label" placeholder={t("rule.any")} />
      </Form.Item>
      <div className="rule-pair">
        <Form.Item name="product" label={t("filter.product")}>
          <Select mode="multiple" options={data?.products.map((value) => ({ value, label: value }))} placeholder={t("rule.any")} />
        </Form.Item>
        <Form.Item name="channel" label={t("filter.channel")}>
          <Select mode="multiple" options={data?.channels.map((item) => ({ value: item.id, label: name(item) }))} placeholder={t("rule.any")} />
        </Form.Item>
      </div>
    </>
  );
}

function Crossing({ form }: { form: FormInstance<Draft> }) {
  const { t } = useI18n();
  const metric = Form.useWatch("metric", form);
  const basis = Form.useWatch("basis", form);
  const required = [{ required: true, message: t("form.required") }];
  return (
    <>
      <div className="rule-pair">
        <Form.Item name="metric" label={t("rule.metric")}>
          <Select options={METRICS.map((value) => ({ value, label: t(`rule.metric.${value}`) }))} />
        </Form.Item>
        <Form.Item name="window_hours" label={t("rule.window")} rules={required}>
          <InputNumber min={1} max={2160} suffix={t("rule.hours")} style={WIDE} />
        </Form.Item>
      </div>
      <Form.Item name="basis" label={t("rule.basis")} extra={basis === "unusual" ? t("rule.basis.unusual.about") : undefined}>
        <Select options={(["threshold", "unusual"] as const).map((value) => ({ value, label: t(`rule.basis.${value}`) }))} />
      </Form.Item>
      <div className="rule-pair">
        <Form.Item name="threshold" label={t(basis === "unusual" ? "rule.threshold.least" : "rule.threshold")} rules={required}>
          <InputNumber min={0.1} suffix={metric === "share_negative" ? "%" : undefined} style={WIDE} />
        </Form.Item>
        <Form.Item name="cooldown_hours" label={t("rule.cooldown")} rules={required}>
          <InputNumber min={0} max={2160} suffix={t("rule.hours")} style={WIDE} />
        </Form.Item>
      </div>
    </>
  );
}

function Telling({ form }: { form: FormInstance<Draft> }) {
  const { t } = useI18n();
  const { data } = useQuery(teams);
  const rises = Form.useWatch("escalate_hours", form);
  const known = [...new Set(data?.items.map(({ team }) => team))].map((value) => ({ value }));
  const needed = rises ? [{ required: true, message: t("form.required") }] : [];
  return (
    <>
      <Form.Item name="team" label={t("rule.team")} extra={t("rule.team.about")}>
        <AutoComplete options={known} placeholder={t("teams.team.example")} allowClear />
      </Form.Item>
      <Form.Item name="webhooks" label={t("rule.webhooks")}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder="https://…" />
      </Form.Item>
      <Form.Item name="emails" label={t("rule.emails")}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder="name@company.com" />
      </Form.Item>
      <div className="rule-pair">
        <Form.Item name="quiet_from" label={t("rule.quiet.from")}>
          <Select options={HOURS} allowClear placeholder={t("rule.none.of.it")} />
        </Form.Item>
        <Form.Item name="quiet_to" label={t("rule.quiet.to")}>
          <Select options={HOURS} allowClear placeholder={t("rule.none.of.it")} />
        </Form.Item>
      </div>
      <div className="rule-pair">
        <Form.Item name="escalate_hours" label={t("rule.escalate.hours")}>
          <InputNumber min={1} max={720} suffix={t("rule.hours")} placeholder={t("rule.none.of.it")} style={WIDE} />
        </Form.Item>
        <Form.Item name="escalate_team" label={t("rule.escalate.team")} rules={needed}>
          <AutoComplete options={known} disabled={!rises} allowClear />
        </Form.Item>
      </div>
    </>
  );
}

export function RuleFields({ form }: { form: FormInstance<Draft> }) {
  const { t } = useI18n();
  return (
    <>
      <Form.Item name="name" label={t("rule.name")} rules={[{ required: true, message: t("form.required") }]}>
        <Input autoFocus placeholder={t("rule.name.hint")} />
      </Form.Item>
      <Watched />
      <Crossing form={form} />
      <Telling form={form} />
    </>
  );
}
