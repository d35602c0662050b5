import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { authState } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import type { ChurnPage } from "@/features/customers/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Begin() {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data: auth } = useQuery(authState);
  const [owner, setOwner] = useState(auth?.user?.username ?? "");
  const [limit, setLimit] = useState(20);
  const begin = useMutation({
    mutationFn: () =>
      take(http.POST("/api/v1/customers/churn/outreach", { body: { owner, limit, team: "", threshold: 0.4, hold_out: 0.2 } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["customers", "churn"] }),
  });
  return (
    <div className="outreach">
      <label>
        {t("churn.owner")} <Input value={owner} onChange={(event) => setOwner(event.target.value)} />
      </label>
      <label>
        {t("churn.most")} <InputNumber min={1} max={500} value={limit} onChange={(value) => setLimit(value ?? 1)} />
      </label>
      <Button type="primary" disabled={!owner.trim()} loading={begin.isPending} onClick={() => begin.mutate()}>
        {t("churn.begin")}
      </Button>
      {begin.data && (
        <p>
          {t("churn.begun", { n: begin.data.contacted, held: begin.data.held_out })} <Link to="/act/cases">{t("churn.cases")}</Link>
        </p>
      )}
      <ErrorText error={begin.error} />
    </div>
  );
}

/** Contacting beside a group drawn by lot, and what became of both. */
export function Outreach({ data }: { data: ChurnPage }) {
  const { t, language } = useI18n();
  const { outcome } = data;
  const rows = [
    { key: "told", label: t("churn.contacted"), estimate: outcome.renewed },
    { key: "held", label: t("churn.held"), estimate: outcome.renewed_held_out },
  ];
  return (
    <Panel title={t("churn.outreach")} aside={t("churn.outreach.about")}>
      <Begin />
      {outcome.contacted + outcome.held_out > 0 && (
        <>
          <p>
            {t("churn.outcome", {
              contacted: formatCount(outcome.contacted, language),
              held: formatCount(outcome.held_out, language),
              waiting: formatCount(outcome.waiting, language),
            })}
          </p>
          <table className="report">
            <tbody>
              {rows.map(({ key, label, estimate }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>
                    <Figure estimate={estimate} unit="share" max={1} tone="positive" showRange />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t("churn.difference")}</th>
                <td>
                  <SignedFigure estimate={outcome.difference} unit="share" reach={1} good="more" />
                </td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}
