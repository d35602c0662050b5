import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState, type DragEvent } from "react";
import { Link, useSearchParams } from "react-router";
import { board } from "@/api/queries";
import type { Action, ActionState } from "@/api/types";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { useIsPhone } from "@/components/useIsPhone";
import { ActionCard } from "@/features/actions/ActionCard";
import { ActionList } from "@/features/actions/ActionList";
import { STATES } from "@/features/actions/states";
import { useMove } from "@/features/actions/useMove";
import { useI18n } from "@/i18n/i18n";
import "@/features/actions/actions.css";

interface LaneProps {
  state: ActionState;
  actions: Action[];
  onMove: (id: number, state: ActionState) => void;
}

function Lane({ state, actions, onMove }: LaneProps) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    const id = Number(event.dataTransfer.getData("text/action"));
    if (id) onMove(id, state);
  };
  return (
    <section
      className="lane"
      data-over={over}
      aria-label={t(`action.state.${state}`)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 className="lane-head">
        {t(`action.state.${state}`)} <span className="num">{actions.length}</span>
      </h2>
      {actions.map((action) => (
        <ActionCard key={action.id} action={action} onMove={(next) => onMove(action.id, next)} />
      ))}
      {actions.length === 0 && <p className="quiet" style={{ padding: "4px 6px", fontSize: 13 }}>{t("action.lane.empty")}</p>}
    </section>
  );
}

export default function ActionsPage() {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(board);
  const move = useMove();
  const onMove = (id: number, state: ActionState) => move.mutate({ id, state });
  const asList = search.get("as") === "list";
  const overdueOnly = search.get("overdue") === "1";
  const shown = (data?.items ?? []).filter((action) => !overdueOnly || action.overdue);
  const inState = (state: ActionState) => shown.filter((action) => action.state === state);
  // A phone lands where something is, and stays there when the last card moves on.
  const [landed, setLanded] = useState<ActionState | null>(null);
  if (data && landed === null) setLanded(STATES.find((state) => inState(state).length > 0) ?? "open");
  const lane = STATES.find((state) => state === search.get("state")) ?? landed ?? "open";
  const set = (key: string, value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <>
      <PageHead title={t("nav.actions")} about={t("action.about")}>
        {overdueOnly && <Button onClick={() => set("overdue", null)}>{t("action.showAll")}</Button>}
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => set("new-action", "")}>
          {t("action.create")}
        </Button>
      </PageHead>
      {!data && <Pending error={error} refetch={refetch} rows={4} height={90} />}
      {data?.items.length === 0 && (
        <Panel>
          <Empty icon="act" title={t("action.empty")} about={t("action.empty.about")}>
            <Link to="/understand/facts">
              <Button type="primary">{t("action.empty.do")}</Button>
            </Link>
          </Empty>
        </Panel>
      )}
      {data && data.items.length > 0 && (
        <>
          <Segmented
            value={asList ? "list" : "board"}
            onChange={(value) => set("as", value === "list" ? "list" : null)}
            options={[
              { value: "board", label: t("action.as.board") },
              { value: "list", label: t("action.as.list") },
            ]}
            style={{ margin: "8px 0 4px" }}
          />
          {asList && <ActionList actions={shown} />}
          {isPhone && !asList && (
            <Segmented
              block
              size="large"
              value={lane}
              onChange={(value) => set("state", value)}
              options={STATES.map((state) => ({ value: state, label: `${t(`action.state.${state}`)} ${inState(state).length}` }))}
              style={{ margin: "8px 0 4px" }}
            />
          )}
          {!asList && (
            <div className="board">
              {(isPhone ? [lane] : STATES).map((state) => (
                <Lane key={state} state={state} actions={inState(state)} onMove={onMove} />
              ))}
            </div>
          )}
        </>
      )}
    </>
  );
}
