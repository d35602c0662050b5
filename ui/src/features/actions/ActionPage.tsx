import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { http, take } from "@/api/client";
import type { ActionDetail, Fact } from "@/api/types";
import { Figure } from "@/components/Figure";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { VoiceMeta } from "@/components/VoiceMeta";
import { Talk } from "@/components/Talk";
import { Basis } from "@/features/actions/Basis";
import { EffectPanel } from "@/features/actions/EffectPanel";
import { MoveButton } from "@/features/actions/ActionCard";
import { TellPanel } from "@/features/actions/TellPanel";
import { useMove } from "@/features/actions/useMove";
import { formatDateTime, formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/actions/actions.css";

function FrozenEvidence({ action }: { action: ActionDetail }) {
  const { t, name, language } = useI18n();
  const { evidence } = action;
  const fact = evidence.fact as Fact | null;
  const today = action.aspect ? `/understand/facts/${action.aspect}?${evidence.filters}` : `/understand/verbatims?${evidence.filters}`;
  return (
    <Panel
      title={t("action.evidence")}
      aside={<span className="num">{t("action.evidence.at", { at: formatDateTime(evidence.frozen_at, language) })}</span>}
    >
      {fact && (
        <div className="evidence-note">
          <strong>{name(fact, fact.aspect)}</strong>
          <span>{t("facts.negativeCustomers")}</span>
          <Figure estimate={fact.negative_customers} unit="share" max={Math.max(0.05, (fact.negative_customers.high ?? 0) * 1.3)} tone="negative" showRange />
          <span className="quiet num">
            {evidence.window.from} – {evidence.window.to} {t("how.zone")}
          </span>
          <Link className="link" to={today}>
            {t("action.evidence.today")}
          </Link>
        </div>
      )}
      <ul>
        {evidence.verbatims.map((voice) => (
          <li key={voice.id} className="frozen-voice">
            {voice.text}
            <VoiceMeta voice={voice} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Plan({ action }: { action: ActionDetail }) {
  const { t, language } = useI18n();
  const effect = action.expected_effect;
  const promise = [
    t(`action.metric.${effect.metric}`),
    t(effect.direction === "up" ? "action.effect.up" : "action.effect.down"),
    `${effect.size} ${t(`action.unit.${effect.unit}`)}`,
  ].join(" ");
  const rows: [WordKey, string | null | undefined][] = [
    ["action.state", t(`action.state.${action.state}`)],
    ["action.kind", t(`action.kind.${action.kind}`)],
    ["action.owner", action.owner],
    ["action.team", action.team],
    ["action.dueDate", formatDay(action.due_date, language) + (action.overdue ? ` · ${t("action.isOverdue")}` : "")],
    ["action.effect", promise],
    ["action.effect.due", formatDay(effect.due_date, language)],
    ["action.hypothesis", action.hypothesis],
  ];
  return (
    <Panel title={t("action.plan")}>
      <dl style={{ display: "grid", gridTemplateColumns: "auto 1fr", gap: "8px 18px", fontSize: 13.5 }}>
        {rows
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word} style={{ display: "contents" }}>
              <dt className="quiet">{t(word)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Basis action={action} />
    </Panel>
  );
}

function History({ action }: { action: ActionDetail }) {
  const { t, language } = useI18n();
  const [note, setNote] = useState("");
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => take(http.PATCH("/api/v1/actions/{action_id}", { params: { path: { action_id: action.id } }, body: { note } })),
    onSuccess: () => {
      setNote("");
      void queries.invalidateQueries({ queryKey: ["action", action.id] });
    },
  });
  return (
    <Panel title={t("action.history")}>
      <ol className="timeline">
        {action.events.map((event, index) => (
          <li key={index}>
            <time className="quiet num" dateTime={event.at}>
              {formatDateTime(event.at, language)}
            </time>
            <span>
              {event.who} · {event.state ? t(`action.state.${event.state}`) : t(`action.event.${event.kind}`)} {event.kind === "judged" ? t(`effect.reason.${event.note}` as WordKey) : event.note}
            </span>
          </li>
        ))}
      </ol>
      <Input.TextArea rows={2} value={note} onChange={(event) => setNote(event.target.value)} placeholder={t("action.note")} aria-label={t("action.note")} />
      <Button style={{ marginTop: 8 }} disabled={!note.trim()} loading={add.isPending} onClick={() => add.mutate()}>
        {t("action.note.add")}
      </Button>
    </Panel>
  );
}

export default function ActionPage() {
  const { t, language } = useI18n();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ["action", Number(id), language],
    queryFn: () => take(http.GET("/api/v1/actions/{action_id}", { params: { path: { action_id: Number(id) }, query: { lang: language } } })),
  });
  const move = useMove();
  if (!data) return <Pending error={error} refetch={refetch} rows={6} height={60} />;
  return (
    <>
      <PageHead title={data.title}>
        <Link to="/act/actions">
          <Button>{t("nav.actions")}</Button>
        </Link>
        <MoveButton action={data} onMove={(state) => move.mutate({ id: data.id, state })} />
      </PageHead>
      <div className="action-grid" style={{ paddingTop: 8 }}>
        <div className="action-column">
          <FrozenEvidence action={data} />
        </div>
        <div className="action-column">
          <EffectPanel action={data} />
          {data.state === "done" && data.aspect && <TellPanel id={data.id} />}
          <Plan action={data} />
          <History action={data} />
          <Panel>
            <Talk kind="action" id={String(data.id)} />
          </Panel>
        </div>
      </div>
    </>
  );
}
