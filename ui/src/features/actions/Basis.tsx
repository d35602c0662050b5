import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { ActionDetail } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { How } from "@/components/How";
import { formatCount, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Where the action came from, the experiment that tests it, and what it promises for its effort. */
export function Basis({ action }: { action: ActionDetail }) {
  const { t, language } = useI18n();
  const { basis, score } = action;
  const queries = useQueryClient();
  const [effort, setEffort] = useState(basis.effort);
  const [experiment, setExperiment] = useState(basis.experiment);
  const keep = useMutation({
    mutationFn: () => take(http.PATCH("/api/v1/actions/{action_id}", { params: { path: { action_id: action.id } }, body: { effort, experiment, note: "" } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["action", action.id] }),
  });
  const changed = effort !== basis.effort || experiment !== basis.experiment;
  return (
    <div className="basis">
      <p>
        <span className="quiet">{t("action.origin")}</span> {basis.link ? <Link className="link" to={basis.link}>{t(`action.origin.${basis.origin}`)}</Link> : t(`action.origin.${basis.origin}`)}
      </p>
      <label>
        <span className="quiet">{t("action.experiment")}</span>
        <Input value={experiment} maxLength={500} placeholder={t("action.experiment.hint")} onChange={(event) => setExperiment(event.target.value)} />
      </label>
      <label>
        <span className="quiet">{t("action.effort")}</span>
        <InputNumber value={effort} min={0.1} max={10000} onChange={setEffort} style={{ width: "100%" }} />
      </label>
      {changed && (
        <Button size="small" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t("action.basis.keep")}
        </Button>
      )}
      <ErrorText error={keep.error} />
      {score && (
        <p className="num">
          {score.value === null ? t("score.waiting") : t("score.sentence", { value: formatDecimal(score.value) })}{" "}
          <span className="quiet">
            {t("score.parts", {
              reach: formatCount(Math.round(score.reach.value ?? 0), language),
              impact: score.impact === null ? "—" : formatPercent(score.impact, 0),
              confidence: formatPercent(score.confidence, 0),
            })}
          </span>{" "}
          <How about="score.how" n={score.reach.n} />
        </p>
      )}
    </div>
  );
}
