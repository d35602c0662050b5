import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { voice as voiceQuery } from "@/api/queries";
import type { CaseDetail } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Highlighted } from "@/components/Highlighted";
import { Pending } from "@/components/Pending";
import { SideDrawer } from "@/components/SideDrawer";
import { Talk } from "@/components/Talk";
import { Clock } from "@/features/cases/Clock";
import { AskedAgain, Reply } from "@/features/cases/Followup";
import { oneCase, useCaseChange } from "@/features/cases/queries";
import { PRIORITIES } from "@/features/cases/states";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Said({ id }: { id: number }) {
  const { data } = useQuery(voiceQuery(id));
  return data ? (
    <blockquote className="case-voice">
      <Highlighted text={data.text} opinions={data.opinions} />
    </blockquote>
  ) : null;
}

function Assign({ item }: { item: CaseDetail }) {
  const { t } = useI18n();
  const change = useCaseChange(item.id);
  const [owner, setOwner] = useState(item.owner);
  return (
    <div className="case-two">
      <label>
        {t("action.owner")}
        <Input value={owner} onChange={(event) => setOwner(event.target.value)} onBlur={() => owner.trim() && owner !== item.owner && change.mutate({ owner })} />
      </label>
      <label>
        {t("case.priority")}
        <Select
          value={item.priority}
          onChange={(priority) => change.mutate({ priority })}
          options={PRIORITIES.map((value) => ({ value, label: t(`case.priority.${value}`) }))}
        />
      </label>
    </div>
  );
}

function Work({ item }: { item: CaseDetail }) {
  const { t } = useI18n();
  const change = useCaseChange(item.id);
  const [note, setNote] = useState("");
  const [cause, setCause] = useState(item.root_cause);
  const [resolution, setResolution] = useState(item.resolution);
  const keep = (body: Parameters<typeof change.mutate>[0]) => change.mutate({ ...body, note }, { onSuccess: () => setNote("") });
  if (item.state === "resolved") {
    return (
      <>
        <dl className="case-outcome">
          <dt>{t("case.resolution")}</dt>
          <dd>{item.resolution}</dd>
          {item.root_cause && (
            <>
              <dt>{t("case.rootCause")}</dt>
              <dd>{item.root_cause}</dd>
            </>
          )}
        </dl>
        <Button onClick={() => keep({ state: "open" })}>{t("case.reopen")}</Button>
      </>
    );
  }
  return (
    <>
      <label className="case-field">
        {t("case.note")}
        <Input.TextArea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className="case-do">
        <Button disabled={!note.trim()} onClick={() => keep({})}>
          {t("case.keepNote")}
        </Button>
        {!item.responded_at && <Button onClick={() => keep({ answered: true })}>{t("case.answered")}</Button>}
        <Button onClick={() => keep({ state: item.state === "waiting" ? "open" : "waiting" })}>
          {t(item.state === "waiting" ? "case.resume" : "case.wait")}
        </Button>
      </div>
      <label className="case-field">
        {t("case.rootCause")}
        <Input value={cause} onChange={(event) => setCause(event.target.value)} />
      </label>
      <label className="case-field">
        {t("case.resolution")}
        <Input.TextArea rows={2} value={resolution} onChange={(event) => setResolution(event.target.value)} />
      </label>
      <Button type="primary" block disabled={!resolution.trim()} onClick={() => keep({ state: "resolved", resolution, root_cause: cause })}>
        {t("case.resolve")}
      </Button>
      <ErrorText error={change.error} />
    </>
  );
}

export function CaseDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useI18n();
  const { data, error, refetch } = useQuery(oneCase(id));
  return (
    <SideDrawer title={data?.title ?? t("nav.cases")} width={520} onClose={onClose}>
      {!data && <Pending error={error} refetch={refetch} rows={4} />}
      {data && (
        <div className="case-detail">
          <p>
            <span className="state" data-state={data.state}>
              {t(`case.state.${data.state}`)}
            </span>{" "}
            <Clock item={data} />
          </p>
          {data.feedback_id !== null && <Said id={data.feedback_id} />}
          {data.person !== null && (
            <Link className="link" to={`/understand/customers/${data.person}`}>
              {t("case.customer")}
            </Link>
          )}
          <Assign key={`a${data.updated_at}`} item={data} />
          {data.state !== "resolved" && <Reply item={data} />}
          <Work key={`w${data.state}`} item={data} />
          <AskedAgain item={data} />
          <Talk kind="case" id={String(data.id)} />
          <h3>{t("action.history")}</h3>
          <ol className="case-history">
            {data.events.map((event, index) => (
              <li key={index}>
                <span className="quiet num">{formatDateTime(event.at, language)}</span> {event.who} · {t(`case.event.${event.kind}`)}
                {event.note && <p>{event.note}</p>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </SideDrawer>
  );
}
