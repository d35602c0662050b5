import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import { authState } from "@/api/queries";
import type { components } from "@/api/schema";
import { ErrorText } from "@/components/ErrorText";
import { formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Exclusion = components["schemas"]["ExclusionOut"];
const REASONS = ["off_topic", "advertising", "duplicate", "test_entry", "wrong_record"] as const;
const NOT_BY_HAND = "consent_withdrawn";

/** Why and by whom one voice was left out, taken back or not. */
export const exclusionsOf = (id: number) =>
  queryOptions({
    queryKey: ["quality", "log", id],
    queryFn: () => take(http.GET("/api/v1/exclusions", { params: { query: { feedback_id: id } } })),
  });

function useExclude(id: number) {
  const client = useQueryClient();
  // Whatever is left out changes every figure.
  const onSuccess = () => client.invalidateQueries();
  const leave = useMutation({
    mutationFn: (body: { reason: string; note: string }) => take(http.POST("/api/v1/exclusions", { body: { ...body, feedback_ids: [id] } })),
    onSuccess,
  });
  const restore = useMutation({
    mutationFn: (reason: string) => take(http.POST("/api/v1/exclusions/restore", { body: { feedback_ids: [id], reason } })),
    onSuccess,
  });
  return { leave, restore };
}

function Decision({ one, restore, may, busy }: { one: Exclusion; restore: (reason: string) => void; may: boolean; busy: boolean }) {
  const { t, find, language } = useI18n();
  const reason = find(`quality.rule.${one.reason}`) ?? find(`quality.reason.${one.reason}`) ?? one.reason;
  return (
    <li data-restored={one.restored_at !== null}>
      <span>
        <strong>{reason}</strong> {one.note && <q>{one.note}</q>}
      </span>
      <span className="quiet num">
        {t("quality.log.excluded", { by: one.excluded_by, at: formatDateTime(one.excluded_at, language) })}
        {one.restored_at && ` · ${t("quality.log.restored", { by: one.restored_by ?? "", at: formatDateTime(one.restored_at, language) })}`}
      </span>
      {may && !one.restored_at && one.reason !== NOT_BY_HAND && (
        <Button size="small" loading={busy} onClick={() => restore(one.reason)}>
          {t("voice.putBack")}
        </Button>
      )}
    </li>
  );
}

function Ask({ leave, close }: { leave: ReturnType<typeof useExclude>["leave"]; close: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState<string>(REASONS[0]);
  const [note, setNote] = useState("");
  return (
    <div className="leave-out" ref={(node) => {
        void node?.scrollIntoView({ block: "nearest" });
      }}>
      <p className="quiet">{t("voice.leaveOut.about")}</p>
      <Select
        aria-label={t("voice.leaveOut.reason")}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: t(`quality.reason.${value}` as WordKey) }))}
      />
      <Input.TextArea aria-label={t("voice.leaveOut.note")} placeholder={t("voice.leaveOut.note")} value={note} maxLength={2000} autoSize={{ minRows: 2 }} onChange={(event) => setNote(event.target.value)} />
      <div className="leave-out-do">
        <Button danger loading={leave.isPending} onClick={() => leave.mutate({ reason, note }, { onSuccess: close })}>
          {t("voice.leaveOut.do")}
        </Button>
        <Button type="text" onClick={close}>
          {t("voice.leaveOut.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Leaving this voice out of every figure, and putting it back; the log says who did either and why. */
export function LeaveOut({ id }: { id: number }) {
  const { t } = useI18n();
  const role = useQuery(authState).data?.user?.role;
  const { data } = useQuery({ ...exclusionsOf(id), retry: false });
  const { leave, restore } = useExclude(id);
  const [asking, setAsking] = useState(false);
  const may = role === "admin" || role === "analyst";
  const out = data?.some((one) => !one.restored_at);
  return (
    <section className="leave-out-log">
      {data && data.length > 0 && (
        <>
          <h3>{t(out ? "voice.isOut" : "voice.wasOut")}</h3>
          <ul>
            {data.map((one) => (
              <Decision key={one.id} one={one} may={may} busy={restore.isPending} restore={restore.mutate} />
            ))}
          </ul>
        </>
      )}
      {may && data && !out && !asking && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t("voice.leaveOut")}
        </Button>
      )}
      {asking && <Ask leave={leave} close={() => setAsking(false)} />}
      <ErrorText error={leave.error ?? restore.error} />
    </section>
  );
}

/** What is shown of a voice that is left out: its words and the way back. */
export function LeftOutText({ id }: { id: number }) {
  const { data } = useQuery({ ...exclusionsOf(id), retry: false });
  const text = data?.[0]?.text;
  return text ? <p className="drawer-text">{text}</p> : null;
}
