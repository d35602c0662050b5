import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Switch } from "antd";
import { http, take } from "@/api/client";
import type { AlertRule } from "@/api/types";
import { useErrorText } from "@/components/ErrorText";
import { useFigureText } from "@/components/Figure";
import { rules } from "@/features/alerts/queries";
import { useI18n } from "@/i18n/i18n";

function useRule(rule: AlertRule) {
  const { t } = useI18n();
  const { message, modal } = App.useApp();
  const text = useErrorText();
  const queries = useQueryClient();
  const params = { path: { rule_id: rule.id } };
  const refresh = () => void queries.invalidateQueries({ queryKey: rules.queryKey });
  const fail = (error: Error) => void message.error(text(error));
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => take(http.PATCH("/api/v1/alert-rules/{rule_id}", { params, body: { enabled } })),
    onSettled: refresh,
    onError: fail,
  });
  const remove = useMutation({
    mutationFn: () => take(http.DELETE("/api/v1/alert-rules/{rule_id}", { params })),
    onSettled: refresh,
    onError: fail,
  });
  const test = useMutation({
    mutationFn: () => take(http.POST("/api/v1/alert-rules/{rule_id}/test", { params })),
    onSuccess: (trial) =>
      void message.info(
        t(trial.would_fire ? "rule.test.fires" : "rule.test.quiet", {
          value: trial.estimate.value ?? "—",
          threshold: trial.threshold,
          told: trial.notified,
        }),
      ),
    onError: fail,
  });
  const askRemove = () =>
    modal.confirm({ title: t("rule.remove.ask", { name: rule.name }), okText: t("rule.remove"), cancelText: t("form.cancel"), onOk: () => remove.mutateAsync() });
  return { toggle, test, askRemove };
}

export function RuleRow({ rule }: { rule: AlertRule }) {
  const { t } = useI18n();
  const { write } = useFigureText();
  const { toggle, test, askRemove } = useRule(rule);
  const threshold = rule.metric === "share_negative" ? write(rule.threshold, "share") : String(rule.threshold);
  return (
    <div className="rule">
      <strong>{rule.name}</strong>
      <Switch
        aria-label={t("rule.enabled", { name: rule.name })}
        checked={toggle.isPending ? toggle.variables : rule.enabled}
        onChange={(enabled) => toggle.mutate(enabled)}
      />
      <span className="quiet num">
        {t("rule.words", { hours: rule.window_hours, metric: t(`rule.metric.${rule.metric}`), threshold, cooldown: rule.cooldown_hours })}
      </span>
      {rule.targets.length > 0 && <span className="quiet">{t("rule.tells", { targets: rule.targets.map(({ address }) => address).join("、") })}</span>}
      {rule.precision?.value != null && (
        <span className="quiet num">{t("rule.precision", { value: write(rule.precision.value, "share"), n: rule.precision.n })}</span>
      )}
      <span className="alert-do">
        <button type="button" className="row-action" onClick={() => test.mutate()} disabled={test.isPending}>
          {t("rule.test")}
        </button>
        <button type="button" className="row-action" onClick={askRemove}>
          {t("rule.remove")}
        </button>
      </span>
    </div>
  );
}
