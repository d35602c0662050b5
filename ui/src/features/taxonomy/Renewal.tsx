import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Progress } from "antd";
import { useEffect, useRef } from "react";
import { renewal } from "@/features/taxonomy/queries";
import { useI18n } from "@/i18n/i18n";

/** Says that history is being read anew; when it is, every page asks again. */
export function Renewal() {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data } = useQuery(renewal);
  const busy = useRef(false);
  const state = data?.state ?? "current";
  useEffect(() => {
    if (busy.current && state === "current") void client.invalidateQueries();
    busy.current = state !== "current";
  }, [client, state]);
  if (!data || state === "current") return null;
  return (
    <div className="renewal" role="status">
      <span>{t(state === "running" ? "taxonomy.renewal.running" : "taxonomy.renewal.waiting")}</span>
      {data.share !== null && <Progress percent={Math.round(data.share * 100)} size="small" style={{ maxWidth: 220 }} />}
    </div>
  );
}
