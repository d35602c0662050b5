import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import type { Crisis, CrisisEntryDraft } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { useCrisis } from "@/features/crisis/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export function Tasks({ room }: { room: Crisis }) {
  const { t } = useI18n();
  const move = useCrisis(room.signal_id);
  const tasks = room.entries.filter(({ kind }) => kind === "task");
  return (
    <>
      {tasks.length === 0 && <p className="quiet">{t("crisis.tasks.none")}</p>}
      <ul className="crisis-list">
        {tasks.map((task) => (
          <li key={task.id} data-done={task.done_at !== null}>
            <span>
              {task.text} {task.assignee_name && <span className="quiet">{task.assignee_name}</span>}
            </span>
            {task.done_at === null && room.state === "open" && (
              <button type="button" className="row-action" onClick={() => move.mutate({ do: "done", entry: task.id })}>
                {t("crisis.task.done")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const WRITTEN = ["decision", "task", "note"] as const;

function Write({ room }: { room: Crisis }) {
  const { t } = useI18n();
  const move = useCrisis(room.signal_id);
  const [kind, setKind] = useState<(typeof WRITTEN)[number]>("decision");
  const [text, setText] = useState("");
  const [assignee, setAssignee] = useState("");
  const entry: CrisisEntryDraft = { kind, text, assignee: kind === "task" && assignee ? assignee : null };
  return (
    <div className="crisis-field">
      <Segmented value={kind} onChange={setKind} options={WRITTEN.map((value) => ({ value, label: t(`crisis.kind.${value}`) }))} />
      <Input.TextArea rows={2} value={text} aria-label={t("crisis.write")} placeholder={t("crisis.write")} onChange={(event) => setText(event.target.value)} />
      {kind === "task" && <Input value={assignee} aria-label={t("crisis.assignee")} placeholder={t("crisis.assignee")} onChange={(event) => setAssignee(event.target.value)} />}
      <Button disabled={!text.trim()} loading={move.isPending} onClick={() => move.mutate({ do: "write", entry }, { onSuccess: () => setText("") })}>
        {t("crisis.keep")}
      </Button>
      <ErrorText error={move.error} />
    </div>
  );
}

export function Log({ room }: { room: Crisis }) {
  const { t, language } = useI18n();
  return (
    <>
      {room.state === "open" && <Write room={room} />}
      <ol className="crisis-log">
        {[...room.entries].reverse().map((entry) => {
          const closing = entry.kind === "state" && entry.text === "closed";
          return (
            <li key={entry.id}>
              <span className="quiet num">{formatDateTime(entry.at, language)}</span> {entry.actor_name} ·{" "}
              <strong>{t(closing ? "crisis.state.closed" : `crisis.kind.${entry.kind}`)}</strong>
              {!closing && <p>{entry.text}</p>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
