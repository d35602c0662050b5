import type { Account } from "@/features/customers/queries";
import { useI18n, type WordKey } from "@/i18n/i18n";

/** One account as its source knows it, with its handles. */
export function AccountCard({ account }: { account: Account }) {
  const { t } = useI18n();
  return (
    <div className="account">
      <p>
        <strong>{account.label}</strong> <span className="quiet">{account.source ?? account.customer ?? t("account.contact")}</span>
      </p>
      {account.crowd && <p className="quiet">{t("customers.crowd")}</p>}
      <dl className="handles num">
        {account.handles.map((handle) => (
          <div key={`${handle.kind}${handle.value}`}>
            <dt>{t(`handle.${handle.kind}` as WordKey)}</dt>
            <dd>
              {handle.value}
              {handle.noted && <span className="quiet"> {t("customers.noted")}</span>}
              {handle.shared_with > 0 && <span className="shared"> {t("customers.shared", { n: handle.shared_with })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
