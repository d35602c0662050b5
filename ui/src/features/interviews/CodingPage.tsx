import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { PageHead } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { CodePanel } from "@/features/interviews/CodePanel";
import { CodedTurn } from "@/features/interviews/CodedTurn";
import { codesOf, transcriptOf, useDone, type Code, type Transcript } from "@/features/interviews/queries";
import { useCoding } from "@/features/interviews/useCoding";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/interviews/interviews.css";

function Coders({ transcript }: { transcript: Transcript }) {
  const { t } = useI18n();
  const [, setSearch] = useSearchParams();
  const { done_by: done } = transcript.conversation;
  const others = done.filter((who) => who !== transcript.coder);
  if (!transcript.done || (transcript.mine && others.length === 0)) return null;
  const names = [...new Set([transcript.coder, ...done])];
  return <Segmented size="small" value={transcript.coder} aria-label={t("interviews.coder")} options={names} onChange={(coder) => setSearch({ coder })} />;
}

function Coding({ transcript, codes }: { transcript: Transcript; codes: Code[] }) {
  const { t, language } = useI18n();
  const { conversation } = transcript;
  const canCode = transcript.mine && !transcript.done;
  const coding = useCoding(transcript, codes, canCode);
  const done = useDone(conversation.id);
  const speakers = new Map(transcript.speakers.map((one) => [one.id, one]));
  const book = new Map(codes.map((one) => [one.id, one]));
  return (
    <>
      <PageHead title={conversation.title} about={`${transcript.study} · ${formatDateTime(conversation.held_at, language)}`}>
        <Coders transcript={transcript} />
        <Link className="link" to={`/collect/interviews/${conversation.study_id}?view=talks`}>
          {t("interviews.back")}
        </Link>
        {transcript.mine && (
          <Button type={transcript.done ? "default" : "primary"} loading={done.isPending} onClick={() => done.mutate(!transcript.done)}>
            {t(transcript.done ? "interviews.reopen" : "interviews.finish")}
          </Button>
        )}
      </PageHead>
      <ErrorText error={coding.error ?? done.error} />
      <div className="coding">
        <div className="transcript">
          {transcript.turns.map((turn) => (
            <CodedTurn
              key={turn.id}
              turn={turn}
              speaker={speakers.get(turn.speaker_id)}
              spans={transcript.spans.filter((span) => span.turn_id === turn.id)}
              codes={book}
              target={coding.target}
              choose={coding.setTarget}
              remove={coding.remove}
            />
          ))}
        </div>
        <CodePanel study={conversation.study_id} codes={codes} applied={coding.applied} isReady={coding.target !== null} toggle={coding.toggle} canCode={canCode} />
      </div>
    </>
  );
}

/** Coding a transcript: choose words, press a key; nobody sees the other coder's marks before both are done. */
export default function CodingPage() {
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(transcriptOf(id, search.get("coder") ?? undefined));
  const { data: codes } = useQuery({ ...codesOf(data?.conversation.study_id ?? 0), enabled: data !== undefined });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !codes) return <SkeletonRows rows={8} />;
  return <Coding transcript={data} codes={codes} />;
}
