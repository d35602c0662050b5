import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import { http, take } from "@/api/client";
import type { AlertRule } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { FormDrawer } from "@/components/SideDrawer";
import { draftOf, FRESH, ruleOf, type Draft } from "@/features/alerts/draft";
import { rules } from "@/features/alerts/queries";
import { RuleFields } from "@/features/alerts/RuleFields";
import { useI18n } from "@/i18n/i18n";

function save(draft: Draft, rule?: AlertRule) {
  const body = ruleOf(draft, rule);
  if (!rule) return take(http.POST("/api/v1/alert-rules", { body }));
  return take(http.PATCH("/api/v1/alert-rules/{rule_id}", { params: { path: { rule_id: rule.id } }, body }));
}

/** A new rule, or one to be changed. */
export function RuleDrawer({ rule, onClose }: { rule?: AlertRule; onClose: () => void }) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const keep = useMutation({
    mutationFn: (draft: Draft) => save(draft, rule),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: rules.queryKey });
      onClose();
    },
  });
  return (
    <FormDrawer title={t(rule ? "rule.change" : "rule.create")} form={form} submit={t("rule.create.submit")} busy={keep.isPending} onClose={onClose}>
      <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={rule ? draftOf(rule) : FRESH} onFinish={(draft) => keep.mutate(draft)}>
        <RuleFields form={form} />
        <ErrorText error={keep.error} />
      </Form>
    </FormDrawer>
  );
}
