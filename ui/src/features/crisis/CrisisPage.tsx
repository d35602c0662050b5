import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { authState } from "@/api/queries";
import { ApiError } from "@/api/client";
import type { Crisis, Voice } from "@/api/types";
import { Crumbs } from "@/components/Crumbs";
import { ErrorText } from "@/components/ErrorText";
import { Highlighted } from "@/components/Highlighted";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Talk } from "@/components/Talk";
import { VoiceMeta } from "@/components/VoiceMeta";
import { CloseRoom, Owner, Said, Statement } from "@/features/crisis/Decide";
import { Hours } from "@/features/crisis/Hours";
import { Log, Tasks } from "@/features/crisis/Log";
import { crisis, signalOf, useCrisis } from "@/features/crisis/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/crisis/crisis.css";

function Way({ id, title }: { id: number; title: string }) {
  const { t } = useI18n();
  return (
    <Crumbs>
      <Link to="/understand/signals">{t("nav.signals")}</Link> / <Link to={`/understand/signals/${id}`}>{title}</Link>
    </Crumbs>
  );
}

function OpenRoom({ id }: { id: number }) {
  const { t, name } = useI18n();
  const { data, error, refetch } = useQuery(signalOf(id));
  const user = useQuery(authState).data?.user;
  const move = useCrisis(id);
  if (!data) return <Pending error={error} refetch={refetch} rows={3} height={60} />;
  const title = name(data.signal, "");
  return (
    <>
      <Way id={id} title={title} />
      <PageHead title={`${t("crisis.title")}：${title}`} />
      <Panel>
        <Empty icon="bell" title={t("crisis.none")} about={t("crisis.none.about")}>
          <Button type="primary" loading={move.isPending} onClick={() => move.mutate({ do: "open", owner: user?.display_name ?? "" })}>
            {t("crisis.open")}
          </Button>
          <ErrorText error={move.error} />
        </Empty>
      </Panel>
    </>
  );
}

function Now({ room }: { room: Crisis }) {
  const { t, language } = useI18n();
  const { reading } = room;
  return (
    <Panel className="crisis-first" title={t("crisis.now")} aside={<span className="quiet num">{formatDateTime(room.as_of, language)}</span>}>
      <dl className="crisis-now num">
        <div>
          <dt>{t("crisis.lastDay")}</dt>
          <dd>{formatCount(reading.people_last_day, language)}</dd>
          <span className="quiet">{t("crisis.dayBefore", { n: reading.people_day_before })}</span>
        </div>
        <div>
          <dt>{t("crisis.people")}</dt>
          <dd>{formatCount(reading.people, language)}</dd>
          <span className="quiet">{t("crisis.voices", { n: reading.voices })}</span>
        </div>
      </dl>
      <Hours hours={reading.hours} />
    </Panel>
  );
}

function Cases({ room }: { room: Crisis }) {
  const { t } = useI18n();
  return (
    <Panel title={t("crisis.cases")}>
      {room.cases.length === 0 && <p className="quiet">{t("crisis.cases.none")}</p>}
      <ul className="crisis-list">
        {room.cases.map((item) => (
          <li key={item.id}>
            <Link to={`/act/cases?case=${item.id}`}>{item.title}</Link>{" "}
            <span className="state" data-state={item.state}>
              {t(`case.state.${item.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One room for one crisis: who leads, how it stands, what is to do, what was decided, what is said outside. */
export default function CrisisPage() {
  const { t, language } = useI18n();
  const id = Number(useParams().id);
  const { data, error, refetch } = useQuery(crisis(id));
  if (!data && error instanceof ApiError && error.status === 404) return <OpenRoom id={id} />;
  if (!data) return <Pending error={error} refetch={refetch} rows={6} height={60} />;
  const closed = data.state === "closed";
  return (
    <>
      <Way id={id} title={data.title} />
      <PageHead
        title={`${t("crisis.title")}：${data.title}`}
        about={t(closed ? "crisis.closedAt" : "crisis.openedAt", { at: formatDateTime(data.closed_at ?? data.opened_at, language), by: data.opened_by_name })}
      />
      {closed && (
        <Panel className="crisis-wide" title={t("crisis.review")}>
          <p className="crisis-review">{data.review}</p>
        </Panel>
      )}
      <div className="crisis-grid">
        <div className="crisis-column">
          <Now room={data} />
          <Panel title={t("crisis.tasks")}>
            <Tasks room={data} />
          </Panel>
          <Panel title={t("crisis.log")}>
            <Log room={data} />
          </Panel>
          <Panel className="crisis-last">
            <Talk kind="signal" id={String(id)} />
          </Panel>
        </div>
        <div className="crisis-column">
          <Panel className="crisis-first" title={t("crisis.lead")}>
            {closed ? (
              <Said room={data} />
            ) : (
              <>
                <Owner room={data} />
                <Statement key={data.statement} room={data} />
              </>
            )}
          </Panel>
          <Panel title={t("crisis.verbatims")}>
            {(data.voices as Voice[]).map((voice) => (
              <article key={voice.id} className="crisis-voice">
                <p>
                  <Highlighted text={voice.text} opinions={voice.opinions} />
                </p>
                <VoiceMeta voice={voice} />
              </article>
            ))}
          </Panel>
          <Cases room={data} />
        </div>
      </div>
      {!closed && <CloseRoom room={data} />}
    </>
  );
}
