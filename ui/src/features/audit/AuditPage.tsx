import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import { authState, meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { SignedFigure } from "@/components/SignedFigure";
import { Empty } from "@/components/states";
import { AuditReport, DRIFT } from "@/features/audit/AuditReport";
import { Reading } from "@/features/audit/Reading";
import { Suggestions } from "@/features/audit/Suggestions";
import { audits } from "@/features/audit/queries";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/audit/audit.css";

function Draw() {
  const { t } = useI18n();
  const { query } = useFilters();
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [customers, setCustomers] = useState(200);
  const draw = useMutation({
    mutationFn: () => take(http.POST("/api/v1/audits", { params: { query }, body: { customers } })),
    onSuccess: (audit) => {
      void client.invalidateQueries({ queryKey: ["audits"] });
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.set("audit", String(audit.id));
        return next;
      });
    },
  });
  return (
    <Panel title={t("audit.draw")}>
      <p className="audit-about">{t("audit.draw.about")}</p>
      <div className="audit-row">
        <InputNumber min={10} max={2000} value={customers} onChange={(value) => setCustomers(value ?? 200)} aria-label={t("audit.customers")} />
        <span>{t("audit.customers")}</span>
        <Button type="primary" loading={draw.isPending} onClick={() => draw.mutate()}>
          {t("audit.draw.do")}
        </Button>
      </div>
      <ErrorText error={draw.error} />
    </Panel>
  );
}

function List() {
  const { t, name, language } = useI18n();
  const { data, error, refetch } = useQuery(audits);
  const trees = useQuery(meta).data?.taxonomies;
  if (!data) return <Pending error={error} refetch={refetch} rows={3} />;
  if (data.length === 0) return <Empty title={t("audit.empty")} about={t("audit.empty.about")} />;
  return (
    <table className="plain-table audit-list">
      <Heads names={[t("audit.drawn"), t("filter.taxonomy"), t("audit.progress"), "κ", t("audit.drift")]} />
      <tbody>
        {data.map((audit) => (
          <tr key={audit.id}>
            <td>
              <Link to={`?audit=${audit.id}`}>{formatDateTime(audit.drawn_at, language)}</Link>
            </td>
            <td>{name(trees?.find((tree) => tree.name === audit.taxonomy), audit.taxonomy)}</td>
            <td className="num">
              {audit.labelled} / {audit.voices}
            </td>
            <td>
              <Figure estimate={audit.kappa} unit="ratio" max={1} showRange />
            </td>
            <td>{audit.drift ? <SignedFigure estimate={audit.drift} unit="ratio" reach={DRIFT} good="more" /> : "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 抽检: people read a random few, and what they find corrects what the machine counts. */
export default function AuditPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const chosen = Number(search.get("audit")) || null;
  const role = useQuery(authState).data?.user?.role;
  const canDecide = role === "analyst" || role === "admin";
  if (chosen) {
    return (
      <>
        <PageHead title={t("nav.audit")}>
          <Link to="?">{t("audit.all")}</Link>
        </PageHead>
        <div className="audit-stack">
          <Reading audit={chosen} />
          <AuditReport audit={chosen} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("nav.audit")} about={t("audit.about")} />
      <FilterBar shown={["taxonomy", "channel", "product", "segment", "region", "source"]} />
      <div className="audit-stack">
        <Draw />
        <Panel flush title={t("audit.all")} aside={<How about="how.audits" />}>
          <List />
        </Panel>
        <Suggestions canDecide={canDecide} />
      </div>
    </>
  );
}
