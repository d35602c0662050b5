import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Accounts } from "@/features/customers/Accounts";
import { Changes } from "@/features/customers/Changes";
import { Concerns } from "@/features/customers/Concerns";
import { Glance } from "@/features/customers/Glance";
import { MergeButton } from "@/features/customers/MergeButton";
import { PrivacyMenu } from "@/features/customers/PrivacyMenu";
import { Timeline } from "@/features/customers/Timeline";
import { Wants } from "@/features/customers/Wants";
import { portrait } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/customers/customers.css";

/** One person whole: who they are and why we think so, what they are worth, what they say, how it went on. */
export default function PortraitPage() {
  const { id } = useParams();
  const { t } = useI18n();
  const person = Number(id);
  const { data, error, refetch } = useQuery(portrait(person));
  if (!data) return <Pending error={error} refetch={refetch} rows={8} />;
  return (
    <>
      <PageHead title={data.label} about={t("customers.portrait.about", { n: data.accounts.length })}>
        <MergeButton person={person} />
        <PrivacyMenu person={person} label={data.label} />
      </PageHead>
      <Glance data={data} />
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
          <Panel title={t("customers.wants")}>
            <Wants data={data} />
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
