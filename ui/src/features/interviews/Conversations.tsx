import { useQuery } from "@tanstack/react-query";
import { Input, Select, Switch } from "antd";
import { Link } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Empty, SkeletonRows } from "@/components/states";
import { AddTranscript } from "@/features/interviews/AddTranscript";
import { transcriptOf, useSpeaker, type Conversation, type Speaker, type Study } from "@/features/interviews/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const ROLES = ["participant", "moderator"] as const;
const CONSENTS = ["pending", "given", "withdrawn"] as const;

function SpeakerRow({ speaker }: { speaker: Speaker }) {
  const { t } = useI18n();
  const change = useSpeaker();
  const set = (body: Partial<Pick<Speaker, "role" | "person" | "consent" | "quotable">>) => change.mutate({ id: speaker.id, ...body });
  const asks = speaker.role === "moderator";
  return (
    <li data-consent={asks ? undefined : speaker.consent}>
      <strong>{speaker.label}</strong>
      <Select
        size="small"
        value={speaker.role}
        aria-label={t("interviews.role")}
        options={ROLES.map((value) => ({ value, label: t(`interviews.role.${value}`) }))}
        onChange={(role) => set({ role })}
      />
      {!asks && (
        <>
          <Select
            size="small"
            value={speaker.consent}
            aria-label={t("interviews.consent")}
            options={CONSENTS.map((value) => ({ value, label: t(`interviews.consent.${value}`) }))}
            onChange={(consent) => set({ consent })}
          />
          <label className="inline">
            <Switch size="small" checked={speaker.quotable} onChange={(quotable) => set({ quotable })} /> {t("interviews.quotable")}
          </label>
          <Input
            size="small"
            key={speaker.person ?? ""}
            defaultValue={speaker.person ?? ""}
            placeholder={t("interviews.person")}
            aria-label={t("interviews.person")}
            maxLength={120}
            onBlur={(event) => event.target.value !== (speaker.person ?? "") && set({ person: event.target.value })}
          />
          {speaker.decided_by && <span className="quiet">{t("interviews.decided", { by: speaker.decided_by })}</span>}
        </>
      )}
      <ErrorText error={change.error} />
    </li>
  );
}

function Talk({ talk }: { talk: Conversation }) {
  const { t, language } = useI18n();
  const { data } = useQuery(transcriptOf(talk.id));
  return (
    <Panel
      title={talk.title}
      aside={
        <>
          <span className="num">{formatDateTime(talk.held_at, language)}</span>
          <span className="num">{t("interviews.heard", { heard: talk.heard, all: talk.participants })}</span>
          <span>{talk.done_by.length > 0 ? t("interviews.doneBy", { who: talk.done_by.join(t("audit.comma")) }) : t("interviews.notDone")}</span>
          <Link className="link" to={`/collect/interviews/talks/${talk.id}`}>
            {t("interviews.code")}
          </Link>
        </>
      }
    >
      {data ? (
        <ul className="speaker-list">
          {data.speakers.map((speaker) => (
            <SpeakerRow key={speaker.id} speaker={speaker} />
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Panel>
  );
}

/** The conversations of a study with who took part and what they agreed to. */
export function Conversations({ study }: { study: Study }) {
  const { t } = useI18n();
  return (
    <div className="study-stack">
      <AddTranscript study={study} />
      {study.conversations.length === 0 && <Empty title={t("interviews.noTalks")} about={t("interviews.noTalks.about")} />}
      {study.conversations.map((talk) => (
        <Talk key={talk.id} talk={talk} />
      ))}
    </div>
  );
}
