import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Switch } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import type { AlertRule } from "@/api/types";
import { useErrorText } from "@/components/ErrorText";
import { useFigureText } from "@/components/Figure";
import { rules } from "@/features/alerts/queries";
import { RuleDrawer } from "@/features/alerts/RuleDrawer";
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

/** Who is told, when not, and what happens when nobody takes it. */
function Care({ rule }: { rule: AlertRule }) {
  const { t } = useI18n();
  const told = [rule.team, ...rule.targets.map(({ address }) => address)].filter(Boolean).join("、");
  const [from = "", to = ""] = rule.quiet_hours.split("-");
  const words = [
    told ? t("rule.tells", { targets: told }) : t("rule.tells.nobody"),
    rule.quiet_hours && t("rule.quiet.words", { from, to }),
    rule.escalate_hours > 0 && t("rule.escalate.words", { hours: rule.escalate_hours, team: rule.escalate_team }),
  ];
  return <span className="quiet num">{words.filter(Boolean).join(t("rule.and"))}</span>;
}

export function RuleRow({ rule }: { rule: AlertRule }) {
  const { t } = useI18n();
  const [changing, setChanging] = useState(false);
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
        {t(rule.basis === "unusual" ? "rule.words.unusual" : "rule.words", { hours: rule.window_hours, metric: t(`rule.metric.${rule.metric}`), threshold, cooldown: rule.cooldown_hours })}
      </span>
      <Care rule={rule} />
      {rule.precision?.value != null && (
        <span className="quiet num">
          {t("rule.precision", {
            value: write(rule.precision.value, "share"),
            low: write(rule.precision.low ?? 0, "share"),
            high: write(rule.precision.high ?? 1, "share"),
            n: rule.precision.n,
          })}
        </span>
      )}
      <span className="alert-do">
        <button type="button" className="row-action" onClick={() => test.mutate()} disabled={test.isPending}>
          {t("rule.test")}
        </button>
        <button type="button" className="row-action" onClick={() => setChanging(true)}>
          {t("rule.change.short")}
        </button>
        <button type="button" className="row-action" onClick={askRemove}>
          {t("rule.remove")}
        </button>
      </span>
      {changing && <RuleDrawer rule={rule} onClose={() => setChanging(false)} />}
    </div>
  );
}
