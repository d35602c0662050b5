import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Empty, SkeletonRows } from "@/components/states";
import { exclusionLog, useRestore } from "@/features/quality/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Every decision to leave a voice out: who, when, why, and whether it was taken back. */
export function ExclusionLog() {
  const { t, find, language } = useI18n();
  const { data } = useQuery(exclusionLog);
  const restore = useRestore();
  const reason = (id: string) => find(`quality.rule.${id}`) ?? find(`quality.reason.${id}`) ?? id;
  return (
    <Panel title={t("quality.log")} flush>
      {!data && <SkeletonRows rows={3} />}
      {data?.length === 0 && <Empty icon="check" title={t("quality.log.empty")} />}
      <ul className="exclusion-log">
        {data?.map((one) => (
          <li key={one.id} data-restored={one.restored_at !== null}>
            <span>{reason(one.reason)}</span>
            <span className="exclusion-said">
              <q>{one.text || "—"}</q>
              {one.note && <small className="quiet">{one.note}</small>}
            </span>
            <span className="quiet num">
              {one.restored_at
                ? t("quality.log.restored", { by: one.restored_by ?? "", at: formatDateTime(one.restored_at, language) })
                : t("quality.log.excluded", { by: one.excluded_by, at: formatDateTime(one.excluded_at, language) })}
            </span>
            {!one.restored_at && one.reason !== "consent_withdrawn" && (
              <Button size="small" type="text" onClick={() => restore.mutate({ feedback_ids: [one.feedback_id], reason: one.reason })}>
                {t("quality.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorText error={restore.error} />
    </Panel>
  );
}
