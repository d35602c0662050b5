import { Button, Input } from "antd";
import { useState } from "react";
import type { Crisis } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { useCrisis } from "@/features/crisis/queries";
import { useI18n } from "@/i18n/i18n";

export function Owner({ room }: { room: Crisis }) {
  const { t } = useI18n();
  const move = useCrisis(room.signal_id);
  const [owner, setOwner] = useState(room.owner);
  const keep = () => owner.trim() && owner !== room.owner && move.mutate({ do: "owner", owner });
  return (
    <label className="crisis-field">
      {t("crisis.owner")}
      <Input value={owner} onChange={(event) => setOwner(event.target.value)} onBlur={keep} />
    </label>
  );
}

/** Who led and what was said outside, once nothing changes any more. */
export function Said({ room }: { room: Crisis }) {
  const { t } = useI18n();
  return (
    <dl className="crisis-said">
      <dt>{t("crisis.owner")}</dt>
      <dd>{room.owner}</dd>
      <dt>{t("crisis.kind.statement")}</dt>
      <dd>{room.statement || <span className="quiet">{t("crisis.statement.none")}</span>}</dd>
    </dl>
  );
}

/** The words for outside: every version is kept in the log. */
export function Statement({ room }: { room: Crisis }) {
  const { t } = useI18n();
  const move = useCrisis(room.signal_id);
  const [statement, setStatement] = useState(room.statement);
  return (
    <div className="crisis-field">
      <label htmlFor="statement">{t("crisis.statement")}</label>
      <Input.TextArea id="statement" rows={5} value={statement} placeholder={t("crisis.statement.hint")} onChange={(event) => setStatement(event.target.value)} />
      <Button disabled={!statement.trim() || statement === room.statement} loading={move.isPending} onClick={() => move.mutate({ do: "statement", statement })}>
        {t("crisis.statement.keep")}
      </Button>
      <ErrorText error={move.error} />
    </div>
  );
}

export function CloseRoom({ room }: { room: Crisis }) {
  const { t } = useI18n();
  const move = useCrisis(room.signal_id);
  const [review, setReview] = useState("");
  return (
    <Panel title={t("crisis.close")}>
      <div className="crisis-field">
        <label htmlFor="review">{t("crisis.review")}</label>
        <Input.TextArea id="review" rows={4} value={review} placeholder={t("crisis.review.hint")} onChange={(event) => setReview(event.target.value)} />
        <Button type="primary" disabled={!review.trim() || room.open_tasks > 0} loading={move.isPending} onClick={() => move.mutate({ do: "close", review })}>
          {t("crisis.close")}
        </Button>
        {room.open_tasks > 0 && <p className="quiet">{t("crisis.tasks.open", { n: room.open_tasks })}</p>}
        <ErrorText error={move.error} />
      </div>
    </Panel>
  );
}
