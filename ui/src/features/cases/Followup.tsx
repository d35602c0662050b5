import { Button, Input } from "antd";
import { useState } from "react";
import type { CaseDetail } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { useReply } from "@/features/cases/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** The answer to the customer: by mail where an address is known, else to be handed on. */
export function Reply({ item }: { item: CaseDetail }) {
  const { t } = useI18n();
  const reply = useReply(item.id);
  const [text, setText] = useState("");
  return (
    <div className="case-reply">
      <label className="case-field">
        {t("case.reply")}
        <Input.TextArea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button disabled={!text.trim()} loading={reply.isPending} onClick={() => reply.mutate(text, { onSuccess: () => setText("") })}>
        {t("case.reply.send")}
      </Button>
      {reply.data && (
        <p role="status" className="quiet">
          {reply.data.mailed ? t("case.reply.mailed", { address: reply.data.address ?? "" }) : t("case.reply.byHand")}
        </p>
      )}
      <ErrorText error={reply.error} />
    </div>
  );
}

/** Whether the customer was asked if it helped, by which link, and the answer. */
export function AskedAgain({ item }: { item: CaseDetail }) {
  const { t, language } = useI18n();
  const { asked, asked_again_at: at, asked_again_score: score } = item;
  return (
    <div className="case-asked" role="status">
      {asked?.mailed && <p>{t("case.asked.mailed")}</p>}
      {asked?.link && (
        <p>
          {t("case.asked.link")} <code>{asked.link}</code>
        </p>
      )}
      {asked?.reason && <p className="quiet">{t("case.asked.not", { reason: asked.reason })}</p>}
      {at && score === null && !asked && <p className="quiet num">{t("case.asked.waiting", { at: formatDateTime(at, language) })}</p>}
      {score !== null && <p className="num">{t("case.asked.score", { n: score })}</p>}
    </div>
  );
}
