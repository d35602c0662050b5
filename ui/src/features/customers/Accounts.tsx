import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { AccountCard } from "@/features/customers/AccountCard";
import { Waterfall } from "@/features/customers/Waterfall";
import type { Portrait } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";

/** The accounts that make this person, the strongest evidence for each, and the way to take one out. */
export function Accounts({ data }: { data: Portrait }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const separate = useMutation({
    mutationFn: (account: number) =>
      take(http.POST("/api/v1/customers/accounts/{account}/separate", { params: { path: { account } }, body: { reason: "" } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["customers"] }),
  });
  const linked = data.links.filter(({ state }) => state === "linked");
  return (
    <div className="accounts">
      {data.accounts.map((account) => {
        const why = linked.find(({ one, other }) => one === account.id || other === account.id);
        return (
          <div key={account.id} className="account-block">
            <AccountCard account={account} />
            {data.accounts.length > 1 && (
              <div className="account-tools">
                {why && why.explanation.length > 0 && (
                  <details>
                    <summary>{t("customers.why")}</summary>
                    <Waterfall link={why} />
                  </details>
                )}
                <Popconfirm title={t("customers.separate.sure")} onConfirm={() => separate.mutate(account.id)}>
                  <Button size="small" type="text">
                    {t("customers.separate")}
                  </Button>
                </Popconfirm>
              </div>
            )}
          </div>
        );
      })}
      <ErrorText error={separate.error} />
    </div>
  );
}
