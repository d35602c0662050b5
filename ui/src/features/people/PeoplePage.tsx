import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { meta } from "@/api/queries";
import type { Account } from "@/api/types";
import { Heads } from "@/components/Heads";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { AccountDrawer } from "@/features/people/AccountDrawer";
import { accounts } from "@/features/people/queries";
import { formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/people/people.css";

function useLimitWords(): (account: Account) => string {
  const { t, name } = useI18n();
  const { data } = useQuery(meta);
  const channel = (id: string) => name(data?.channels.find((each) => each.id === id), id);
  return ({ limits }) => {
    const parts = [...limits.product, ...limits.region, ...limits.channel.map(channel)];
    return parts.length ? parts.join("、") : t("people.limits.none");
  };
}

function Row({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const { t, language } = useI18n();
  const limitWords = useLimitWords();
  return (
    <tr data-off={!account.enabled}>
      <td>
        <button type="button" className="link" onClick={onOpen}>
          {account.display_name}
        </button>
        <span className="quiet people-note">{account.username}</span>
      </td>
      <td>{t(`role.${account.role}`)}</td>
      <td>{limitWords(account)}</td>
      <td>{t(account.enabled ? "people.on" : "people.off")}</td>
      <td className="num">{formatDay(account.created_at, language)}</td>
    </tr>
  );
}

const HEADS = ["people.name", "people.role", "people.limits", "people.state", "people.since"] as const;

/** Who works with the product, in which role, and what each may read. */
export default function PeoplePage() {
  const { t } = useI18n();
  const [open, setOpen] = useState<Account | "new" | null>(null);
  const { data, error, refetch } = useQuery(accounts);
  return (
    <>
      <PageHead title={t("nav.people")} about={t("people.about")}>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen("new")}>
          {t("people.add")}
        </Button>
      </PageHead>
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={5} />}
        {data && (
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t("nav.people")}>
            <table className="people">
              <Heads names={HEADS.map((word) => t(word))} />
              <tbody>
                {data.items.map((account) => (
                  <Row key={account.id} account={account} onOpen={() => setOpen(account)} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
      {open && <AccountDrawer account={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
