import { Button, Dropdown } from "antd";
import { Link } from "react-router";
import type { Action, ActionState } from "@/api/types";
import { Dots } from "@/components/Dots";
import { Icon } from "@/components/Icon";
import { useAspectName } from "@/components/useAspectName";
import { NEXT, STATES } from "@/features/actions/states";
import { formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

export function ActionCard({ action, onMove }: { action: Action; onMove: (state: ActionState) => void }) {
  const { t, language } = useI18n();
  const aspectName = useAspectName();
  const { overdue } = action;
  const others = STATES.filter((state) => state !== action.state);
  const next = NEXT[action.state];
  return (
    <article
      className="panel card"
      draggable
      onDragStart={(event) => event.dataTransfer.setData("text/action", String(action.id))}
    >
      <h3>
        <Link to={`/act/actions/${action.id}`}>{action.title}</Link>
      </h3>
      {(action.aspect || action.verdict) && (
        <p className="card-figure">
          {action.aspect && aspectName(action.aspect)}
          {action.verdict && <span className="card-verdict" data-verdict={action.verdict}>{t(`effect.verdict.${action.verdict}`)}</span>}
        </p>
      )}
      <div className="card-foot num">
        <span><Dots items={[action.owner, action.team]} /></span>
        <span data-overdue={overdue}>
          {t(overdue ? "action.overdue" : "action.due", { day: formatDay(action.due_date, language) })}
        </span>
        <span className="card-move">
          {next && (
            <button type="button" className="row-action" onClick={() => onMove(next)}>
              {t(`action.to.${next}` as WordKey)}
            </button>
          )}
          <Dropdown
            trigger={["click"]}
            menu={{
              items: others.map((state) => ({ key: state, label: t(`action.state.${state}`) })),
              onClick: ({ key }) => onMove(key as ActionState),
            }}
          >
            <button type="button" className="icon-button" aria-label={t("action.move")}>
              <Icon name="chevron" size={14} />
            </button>
          </Dropdown>
        </span>
      </div>
    </article>
  );
}

export function MoveButton({ action, onMove }: { action: Action; onMove: (state: ActionState) => void }) {
  const { t } = useI18n();
  const next = NEXT[action.state];
  return next ? (
    <Button type="primary" onClick={() => onMove(next)}>
      {t(`action.to.${next}` as WordKey)}
    </Button>
  ) : null;
}
