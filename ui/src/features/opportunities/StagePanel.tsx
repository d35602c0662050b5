import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { FilterQuery } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { STAGES, useOpportunityChange, type Progress, type Stage } from "@/features/opportunities/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

interface Props {
  id: string;
  aspect: string | null;
  progress: Progress | null;
  query: FilterQuery;
}

/** Where it stands, who has it, and what is decided next; every step stays on record. */
export function StagePanel({ id, aspect, progress, query }: Props) {
  const { t, language } = useI18n();
  const change = useOpportunityChange(id, query);
  const [stage, setStage] = useState<Stage>(progress?.stage ?? "judged");
  const [owner, setOwner] = useState(progress?.owner ?? "");
  const [note, setNote] = useState("");
  const [action, setAction] = useState<number | null>(progress?.action_id ?? null);
  const [value, setValue] = useState<number | null>(progress?.realised_value ?? null);
  const save = () =>
    change.mutate(
      { stage, note, owner: owner || null, action_id: action, ...(stage === "realised" && { realised_value: value }) },
      { onSuccess: () => setNote("") },
    );
  return (
    <Panel title={t("opp.pipeline")}>
      <div className="opp-form">
        <label>
          <span>{t("opp.form.stage")}</span>
          <Select value={stage} onChange={setStage} options={STAGES.map((each) => ({ value: each, label: t(`opp.stage.${each}`) }))} />
        </label>
        <label>
          <span>{t("opp.form.owner")}</span>
          <Input value={owner} maxLength={120} onChange={(event) => setOwner(event.target.value)} />
        </label>
        <label>
          <span>{t("opp.form.action")}</span>
          <InputNumber value={action} min={1} precision={0} onChange={setAction} style={{ width: "100%" }} />
        </label>
        {stage === "realised" && (
          <label>
            <span>{t("opp.form.value")}</span>
            <InputNumber value={value} onChange={setValue} style={{ width: "100%" }} />
          </label>
        )}
        <label className="opp-form-wide">
          <span>{t("opp.form.note")}</span>
          <Input.TextArea value={note} rows={2} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
      <div className="opp-form-do">
        <Button type="primary" loading={change.isPending} onClick={save}>
          {t("opp.form.save")}
        </Button>
        {progress?.action_id ? (
          <Link className="link" to={`/act/actions/${progress.action_id}`}>
            {t("opp.form.toAction", { id: progress.action_id })}
          </Link>
        ) : (
          <Link className="link" to={`/act/actions?new-action=${encodeURIComponent(aspect ?? "")}&action-from=${encodeURIComponent(`opportunity:${id}`)}`}>
            {t("opp.form.newAction")}
          </Link>
        )}
      </div>
      <ErrorText error={change.error} />
      <ol className="opp-steps">
        {[...(progress?.steps ?? [])].reverse().map((step) => (
          <li key={`${step.at}${step.stage}`}>
            <span className="opp-stage" data-stage={step.stage}>
              {t(`opp.stage.${step.stage}`)}
            </span>
            <span className="quiet num">
              {step.by} · {formatDateTime(step.at, language)}
            </span>
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
