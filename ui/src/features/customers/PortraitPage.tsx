import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { Accounts } from "@/features/customers/Accounts";
import { Changes } from "@/features/customers/Changes";
import { Concerns } from "@/features/customers/Concerns";
import { MergeButton } from "@/features/customers/MergeButton";
import { PrivacyMenu } from "@/features/customers/PrivacyMenu";
import { Timeline } from "@/features/customers/Timeline";
import { portrait, type Portrait } from "@/features/customers/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/customers/customers.css";

function Stat({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className="stat">
      <span className="quiet">{label}</span>
      <strong className="num">{value}</strong>
      {note && <span className="quiet num">{note}</span>}
    </div>
  );
}

function Stats({ data }: { data: Portrait }) {
  const { t, language } = useI18n();
  const { value } = data;
  const consents = Object.entries(data.consents);
  const none = t("customers.none");
  return (
    <div className="stats">
      <Stat label={t("customers.voices")} value={formatCount(data.voices, language)} note={data.last_at ? t("customers.last", { at: formatDateTime(data.last_at, language) }) : undefined} />
      <Stat label={t("customers.amount")} value={value ? `¥ ${formatCount(Math.round(value.amount), language)}` : none} note={value ? t("customers.orders", { n: value.orders, days: value.recency_days }) : undefined} />
      <Stat label={t("customers.rfm")} value={value ? `${value.recency} · ${value.frequency} · ${value.monetary}` : none} note={value ? t("customers.rfm.note", { n: formatCount(value.buyers, language) }) : undefined} />
      <Stat label={t("customers.who")} value={[data.segment, data.region].filter(Boolean).join(" · ") || none} />
      <Stat
        label={t("customers.consent")}
        value={consents.length ? consents.map(([purpose, granted]) => `${purpose} ${granted ? "✓" : "✕"}`).join("  ") : t("customers.consent.none")}
      />
    </div>
  );
}

/** One person whole: who they are and why we think so, what they are worth, what they say, how it went on. */
export default function PortraitPage() {
  const { id } = useParams();
  const { t } = useI18n();
  const person = Number(id);
  const { data, error, refetch } = useQuery(portrait(person));
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return (
    <>
      <PageHead title={data.label} about={t("customers.portrait.about", { n: data.accounts.length })}>
        <MergeButton person={person} />
        <PrivacyMenu person={person} label={data.label} />
      </PageHead>
      <Stats data={data} />
      <div className="portrait">
        <div className="portrait-main">
          <Panel title={t("customers.timeline")}>
            <Timeline moments={data.timeline} />
          </Panel>
        </div>
        <div className="portrait-side">
          <Panel title={t("customers.concerns")}>
            <Concerns data={data} />
          </Panel>
          <Panel title={t("customers.identity")} aside={data.masked ? t("customers.masked") : undefined}>
            <Accounts data={data} />
          </Panel>
          {data.changes.length > 0 && (
            <Panel title={t("customers.changes")}>
              <Changes items={data.changes} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
