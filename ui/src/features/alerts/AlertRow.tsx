import { Link } from "react-router";
import type { Alert } from "@/api/types";
import { useAlertChange } from "@/features/alerts/queries";
import { formatAge, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** The drawer of a new action about what the alert watches, within its filters. */
function actionFrom(alert: Alert): string {
  const query = new URLSearchParams(alert.link.split("?")[1]);
  const aspect = query.get("aspect") ?? "";
  for (const fleeting of ["aspect", "sentiment", "from", "to"]) query.delete(fleeting);
  query.set("new-action", aspect);
  query.set("action-from", `alert:${alert.id}`);
  return `/act/actions?${query.toString()}`;
}

/** One firing: what was seen, the voices behind it, and the two answers it asks for. */
export function AlertRow({ alert }: { alert: Alert }) {
  const { t, language } = useI18n();
  const change = useAlertChange();
  const { id, state, useful } = alert;
  const judge = (answer: boolean) => change.mutate({ id, useful: useful === answer ? null : answer });
  return (
    <article className="alert" data-state={state}>
      <div className="alert-head">
        <span className="state" data-state={state}>
          {t(`alert.state.${state}`)}
        </span>
        <h3>{alert.name}</h3>
        {alert.escalated_at && (
          <span className="state" data-state="open" title={formatDateTime(alert.escalated_at, language)}>
            {t("alert.escalated")}
          </span>
        )}
        <time className="num" dateTime={alert.fired_at} title={formatDateTime(alert.fired_at, language)}>
          {formatAge(alert.fired_at, language)}
        </time>
      </div>
      <p className="num">
        {alert.headline}
        {alert.team && <span className="quiet"> · {alert.team}</span>}
      </p>
      <div className="alert-do">
        <Link className="row-action" to={alert.link}>
          {t("nav.verbatims")}
        </Link>
        {state === "open" && (
          <button type="button" className="row-action" onClick={() => change.mutate({ id, state: "acknowledged" })}>
            {t("alert.acknowledge")}
          </button>
        )}
        {state !== "resolved" && (
          <button type="button" className="row-action" onClick={() => change.mutate({ id, state: "resolved" })}>
            {t("alert.resolve")}
          </button>
        )}
        <Link className="row-action" to={`/act/cases?new-case=alert:${id}`}>
          {t("case.fromVoice")}
        </Link>
        <Link className="row-action" to={actionFrom(alert)}>
          {t("action.create")}
        </Link>
        <span className="quiet" style={{ fontSize: 12.5, padding: "0 6px" }}>
          {t("alert.useful")}
        </span>
        <button type="button" className="row-action" aria-pressed={useful === true} onClick={() => judge(true)}>
          {t("alert.useful.yes")}
        </button>
        <button type="button" className="row-action" aria-pressed={useful === false} onClick={() => judge(false)}>
          {t("alert.useful.no")}
        </button>
      </div>
    </article>
  );
}
