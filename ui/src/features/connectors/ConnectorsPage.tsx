import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Heads } from "@/components/Heads";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { AddConnector } from "@/features/connectors/AddConnector";
import { ConnectorRow } from "@/features/connectors/ConnectorRow";
import { DeadLetters } from "@/features/connectors/DeadLetters";
import { type Connector, connectors } from "@/features/connectors/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/connectors/connectors.css";

const HEADS = ["connector.name", "connector.condition", "connector.fresh", "connector.lastRun", "connector.deadLetters"] as const;

function Summary({ all }: { all: Connector[] }) {
  const { t } = useI18n();
  const ill = all.filter(({ condition }) => condition === "failing" || condition === "late").length;
  const letters = all.reduce((sum, { dead_letters: waiting }) => sum + waiting, 0);
  return <>{t(ill || letters ? "connector.summary.trouble" : "connector.summary.fine", { n: all.length, ill, letters })}</>;
}

export default function ConnectorsPage() {
  const { t } = useI18n();
  const [adding, setAdding] = useState(false);
  const [letters, setLetters] = useState<Connector>();
  const { data, error, refetch } = useQuery(connectors);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("connector.add")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("nav.connectors")} about={data?.length ? <Summary all={data} /> : t("connector.about")}>
        {add}
      </PageHead>
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={5} />}
        {data?.length === 0 && <Empty icon="collect" title={t("connector.empty")} about={t("connector.empty.about")} />}
        {data && data.length > 0 && (
          <table className="connectors">
            <Heads names={[...HEADS.map((word) => t(word)), t("connector.do")]} />
            <tbody>
              {data.map((connector) => (
                <ConnectorRow key={connector.id} connector={connector} onLetters={() => setLetters(connector)} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {adding && <AddConnector onClose={() => setAdding(false)} />}
      {letters && <DeadLetters connector={letters} onClose={() => setLetters(undefined)} />}
    </>
  );
}
