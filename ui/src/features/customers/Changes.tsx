import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import type { Portrait } from "@/features/customers/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

/** What people decided about who this is; each decision can be taken back. */
export function Changes({ items }: { items: Portrait["changes"] }) {
  const { t, language } = useI18n();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (change: number) => take(http.POST("/api/v1/customers/changes/{change}/undo", { params: { path: { change } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["customers"] }),
  });
  return (
    <ul className="changes">
      {items.map((item) => (
        <li key={item.id}>
          <span>
            {t(`change.${item.kind}` as WordKey)} <span className="quiet num">{formatDateTime(item.at, language)} · {item.by}</span>
          </span>
          {item.undone_at ? (
            <span className="quiet">{t("customers.undone")}</span>
          ) : (
            <Button size="small" type="text" onClick={() => undo.mutate(item.id)}>
              {t("customers.undo")}
            </Button>
          )}
        </li>
      ))}
      <ErrorText error={undo.error} />
    </ul>
  );
}
