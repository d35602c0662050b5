import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber, Popover } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { components } from "@/api/schema";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { Figure } from "@/components/Figure";
import { formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Step = components["schemas"]["RoadmapStepOut"];

/** A place against the ranking is kept only with its reason. */
function Decide({ step, onDone }: { step: Step; onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [position, setPosition] = useState<number | null>(step.decision?.position ?? null);
  const [cost, setCost] = useState<number | null>(step.decision?.cost ?? null);
  const [reason, setReason] = useState(step.decision?.reason ?? "");
  const keep = useMutation({
    mutationFn: () =>
      take(http.PUT("/api/v1/roadmap/{aspect}", { params: { path: { aspect: step.ranked.fact.aspect } }, body: { position, cost, reason } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["roadmap"] });
      onDone();
    },
  });
  return (
    <div className="roadmap-decide">
      <label>
        {t("roadmap.place")}
        <InputNumber min={1} value={position} onChange={setPosition} placeholder={String(step.ranked.rank)} />
      </label>
      <label>
        {t("roadmap.cost")}
        <InputNumber min={0} value={cost} onChange={setCost} />
      </label>
      <label>
        {t("roadmap.reason")}
        <Input.TextArea value={reason} onChange={(event) => setReason(event.target.value)} autoSize={{ minRows: 2 }} />
      </label>
      <ErrorText error={keep.error} />
      <Button type="primary" loading={keep.isPending} disabled={position !== null && !reason.trim()} onClick={() => keep.mutate()}>
        {t("roadmap.keep")}
      </Button>
    </div>
  );
}

export function StepRow({ step, max }: { step: Step; max: number }) {
  const { t, name } = useI18n();
  const [open, setOpen] = useState(false);
  const { ranked, decision } = step;
  const moved = decision?.position !== null && decision?.position !== undefined;
  return (
    <tr data-within={step.within_budget ?? undefined}>
      <td className="num">
        {step.place}
        {moved && <small title={t("roadmap.ranked")}>{t("figure.paren", { words: ranked.rank })}</small>}
      </td>
      <td>
        <Link to={ranked.fact.link}>{name(ranked.fact, ranked.fact.aspect)}</Link>
        {ranked.has_action && <small className="roadmap-acted">{t("roadmap.acted")}</small>}
      </td>
      <td>
        <Figure estimate={ranked.fact.negative_customers} unit="share" max={max} tone="negative" showRange />
      </td>
      <td className="num">{formatPercent(ranked.p_top)}</td>
      <td className="num">{step.best === step.worst ? step.best : `${step.best}–${step.worst}`}</td>
      <td>
        <Figure estimate={step.covered} unit="share" max={1} />
      </td>
      <td className="num">
        {decision?.cost ?? "—"}
        {step.within_budget && <small>{t("roadmap.within")}</small>}
      </td>
      <td>
        <Popover trigger="click" open={open} onOpenChange={setOpen} destroyOnHidden content={<Decide step={step} onDone={() => setOpen(false)} />}>
          <Button size="small">{t("roadmap.decide")}</Button>
        </Popover>
        {decision?.reason && <small className="roadmap-reason">{`${decision.reason}${t("figure.paren", { words: decision.decided_by })}`}</small>}
      </td>
    </tr>
  );
}
