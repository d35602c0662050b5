import { Link } from "react-router";
import type { AlertNote, Overview } from "@/api/types";
import { Icon } from "@/components/Icon";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { formatAge } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** What waits for somebody: open actions, overdue ones, fired alerts. */
export function Duties({ actions, alerts }: { actions: Overview["actions"] | undefined; alerts: AlertNote[] | undefined }) {
  const { t, language } = useI18n();
  return (
    <Panel className="span-5" title={t("overview.duties")} aside={<Link className="link" to="/act/actions">{t("nav.actions")}</Link>}>
      {!actions && <SkeletonRows rows={3} />}
      {actions && (
        <div className="duty num">
          <Link to="/act/actions">
            <strong>{actions.open}</strong>
            {t("overview.actions.open")}
          </Link>
          <Link to="/act/actions?overdue=1" data-bad={actions.overdue > 0}>
            <strong>{actions.overdue}</strong>
            {t("overview.actions.overdue")}
          </Link>
        </div>
      )}
      {alerts?.map((alert) => (
        <Link key={alert.id} to={alert.link} className="fired">
          <Icon name="bell" />
          <span>{alert.name}</span>
          <time dateTime={alert.fired_at}>{formatAge(alert.fired_at, language)}</time>
        </Link>
      ))}
      {alerts?.length === 0 && <p className="quiet">{t("overview.alerts.none")}</p>}
    </Panel>
  );
}
