import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { AlertRow } from "@/features/alerts/AlertRow";
import { alerts, rules } from "@/features/alerts/queries";
import { RuleDrawer } from "@/features/alerts/RuleDrawer";
import { RuleRow } from "@/features/alerts/RuleRow";
import { useI18n } from "@/i18n/i18n";
import "@/features/alerts/alerts.css";

function Fired() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(alerts);
  return (
    <Panel flush title={t("alert.fired")}>
      <div style={{ height: 10 }} />
      {!data && <Pending error={error} refetch={refetch} rows={4} height={64} />}
      {data?.items.length === 0 && <Empty icon="bell" title={t("alert.none")} about={t("alert.none.about")} />}
      {data?.items.map((alert) => (
        <AlertRow key={alert.id} alert={alert} />
      ))}
    </Panel>
  );
}

function Rules({ onCreate }: { onCreate: () => void }) {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(rules);
  return (
    <Panel flush title={t("rule.title")}>
      <div style={{ height: 10 }} />
      {!data && <Pending error={error} refetch={refetch} rows={3} height={48} />}
      {data?.items.length === 0 && (
        <Empty icon="bell" title={t("rule.none")} about={t("rule.none.about")}>
          <Button onClick={onCreate}>{t("rule.create")}</Button>
        </Empty>
      )}
      {data?.items.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
    </Panel>
  );
}

export default function AlertsPage() {
  const { t } = useI18n();
  const [creating, setCreating] = useState(false);
  const create = () => setCreating(true);
  return (
    <>
      <PageHead title={t("nav.alerts")} about={t("alert.about")}>
        <Button type="primary" icon={<Icon name="plus" />} onClick={create}>
          {t("rule.create")}
        </Button>
      </PageHead>
      <div className="alerts-grid">
        <Fired />
        <Rules onCreate={create} />
      </div>
      {creating && <RuleDrawer onClose={() => setCreating(false)} />}
    </>
  );
}
