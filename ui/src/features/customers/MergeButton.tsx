import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { search } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";

/** Finds the other half of a person and joins both; the log below undoes it. */
export function MergeButton({ person }: { person: number }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const { data } = useQuery({ ...search(q), enabled: open && q.length > 1 });
  const merge = useMutation({
    mutationFn: (other: number) =>
      take(http.POST("/api/v1/customers/{person}/merge", { params: { path: { person } }, body: { other, reason: "" } })),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ["customers"] });
    },
  });
  const others = (data?.items ?? []).filter((item) => item.person !== person);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("customers.merge")}</Button>
      <Modal open={open} title={t("customers.merge.title")} footer={null} onCancel={() => setOpen(false)}>
        <Input.Search autoFocus aria-label={t("customers.search")} placeholder={t("customers.search.hint")} onSearch={setQ} />
        <ul className="found">
          {others.map((item) => (
            <li key={item.person} className="merge-row">
              <span>
                <strong>{item.label}</strong> <span className="quiet">{item.value}</span>
              </span>
              <Button size="small" loading={merge.isPending} onClick={() => merge.mutate(item.person)}>
                {t("customers.merge.this")}
              </Button>
            </li>
          ))}
        </ul>
        {q.length > 1 && data && others.length === 0 && <p className="quiet">{t("customers.nobody")}</p>}
        <ErrorText error={merge.error} />
      </Modal>
    </>
  );
}
