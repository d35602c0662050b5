import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { OutgoingMessage } from "@/api/types";
import { Panel } from "@/components/Page";
import { Empty, SkeletonRows } from "@/components/states";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const KEY = ["outbox"];
const SHOWN = 50;

function Message({ message }: { message: OutgoingMessage }) {
  const { t, language } = useI18n();
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () => take(http.POST("/api/v1/notifications/{notification_id}/replay", { params: { path: { notification_id: message.id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <li className="outgoing" data-state={message.state}>
      <span>
        {message.subject}
        <span className="quiet outgoing-note num">
          {t(`target.${message.kind}`)} · {formatDateTime(message.sent_at ?? message.created_at, language)}
          {message.attempts > 1 && ` · ${t("outbox.attempts", { n: message.attempts })}`}
        </span>
        {message.state !== "sent" && message.last_error && <span className="outgoing-error">{message.last_error}</span>}
      </span>
      <span className="state" data-state={message.state}>
        {t(`outbox.${message.state}`)}
      </span>
      {message.state !== "queued" && (
        <button type="button" className="row-action" onClick={() => replay.mutate()}>
          {t("outbox.replay")}
        </button>
      )}
    </li>
  );
}

/** What went out, what waits, and what is stuck until somebody sends it again. */
export function Outbox() {
  const { t } = useI18n();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => take(http.GET("/api/v1/notifications", { params: { query: { limit: SHOWN } } })),
    refetchInterval: 10_000,
  });
  return (
    <Panel title={t("outbox.title")}>
      {!data && <SkeletonRows rows={4} />}
      {data?.items.length === 0 && <Empty icon="bell" title={t("outbox.empty")} />}
      <ul className="outbox">
        {data?.items.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
    </Panel>
  );
}
