import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, InputNumber, Select } from "antd";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import type { AlertMetric, AlertRuleDraft } from "@/api/types";
import { useIsPhone } from "@/components/useIsPhone";
import { rules } from "@/features/alerts/queries";
import { useI18n } from "@/i18n/i18n";

const METRICS: AlertMetric[] = ["negative_customers", "share_negative", "voices"];
const PERCENT = 100;

interface Draft {
  name: string;
  aspect?: string[];
  channel?: string[];
  product?: string[];
  metric: AlertMetric;
  threshold: number;
  window_hours: number;
  cooldown_hours: number;
  webhooks?: string[];
  emails?: string[];
}

function ruleOf({ aspect, channel, product, webhooks = [], emails = [], threshold, ...rest }: Draft): AlertRuleDraft {
  const chosen = Object.entries({ aspect, channel, product }).filter(([, list]) => list?.length) as [string, string[]][];
  return {
    ...rest,
    threshold: rest.metric === "share_negative" ? threshold / PERCENT : threshold,
    filters: Object.fromEntries(chosen),
    targets: [
      ...webhooks.map((address) => ({ kind: "webhook" as const, address })),
      ...emails.map((address) => ({ kind: "email" as const, address })),
    ],
    enabled: true,
  };
}

export function RuleDrawer({ onClose }: { onClose: () => void }) {
  const { t, name } = useI18n();
  const isPhone = useIsPhone();
  const queries = useQueryClient();
  const { data } = useQuery(meta);
  const [form] = Form.useForm<Draft>();
  const metric = Form.useWatch("metric", form);
  const create = useMutation({
    mutationFn: (draft: Draft) => take(http.POST("/api/v1/alert-rules", { body: ruleOf(draft) })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: rules.queryKey });
      onClose();
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  const aspects = data?.taxonomies.flatMap(({ nodes }) => nodes).map((node) => ({ value: node.id, label: name(node, node.id) }));
  return (
    <Drawer
      open
      title={t("rule.create")}
      size={isPhone ? "92dvh" : 460}
      placement={isPhone ? "bottom" : "right"}
      onClose={onClose}
      footer={
        <Button type="primary" block size="large" loading={create.isPending} onClick={() => form.submit()}>
          {t("rule.create.submit")}
        </Button>
      }
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ metric: "negative_customers", threshold: 30, window_hours: 24, cooldown_hours: 24 }}
        onFinish={(draft) => create.mutate(draft)}
      >
        <Form.Item name="name" label={t("rule.name")} rules={required}>
          <Input autoFocus placeholder={t("rule.name.hint")} />
        </Form.Item>
        <Form.Item name="aspect" label={t("filter.aspect")}>
          <Select mode="multiple" options={aspects} optionFilterProp="label" placeholder={t("rule.any")} />
        </Form.Item>
        <Form.Item name="product" label={t("filter.product")}>
          <Select mode="multiple" options={data?.products.map((value) => ({ value, label: value }))} placeholder={t("rule.any")} />
        </Form.Item>
        <Form.Item name="channel" label={t("filter.channel")}>
          <Select mode="multiple" options={data?.channels.map((item) => ({ value: item.id, label: name(item) }))} placeholder={t("rule.any")} />
        </Form.Item>
        <Form.Item name="metric" label={t("rule.metric")}>
          <Select options={METRICS.map((value) => ({ value, label: t(`rule.metric.${value}`) }))} />
        </Form.Item>
        <Form.Item name="threshold" label={t("rule.threshold")} rules={required}>
          <InputNumber min={0.1} suffix={metric === "share_negative" ? "%" : undefined} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="window_hours" label={t("rule.window")} rules={required}>
          <InputNumber min={1} max={2160} suffix={t("rule.hours")} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="cooldown_hours" label={t("rule.cooldown")} rules={required}>
          <InputNumber min={0} max={2160} suffix={t("rule.hours")} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="webhooks" label={t("rule.webhooks")}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder="https://…" />
        </Form.Item>
        <Form.Item name="emails" label={t("rule.emails")}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder="name@company.com" />
        </Form.Item>
        <ErrorText error={create.error} />
      </Form>
    </Drawer>
  );
}
