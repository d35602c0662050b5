import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, Input, Modal } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { http, take } from "@/api/client";
import { authState } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { useI18n } from "@/i18n/i18n";

function EraseDialog({ person, label, close }: { person: number; label: string; close: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState("");
  const client = useQueryClient();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: () => take(http.POST("/api/v1/customers/{person}/erase", { params: { path: { person } }, body: { reason } })),
    onSuccess: async () => {
      await navigate("/understand/customers");
      // What the page just opened is asking for must be left to come.
      client.removeQueries({ queryKey: ["customers"], type: "inactive" });
      await client.invalidateQueries({ queryKey: ["customers"] });
    },
  });
  return (
    <Modal
      open
      title={t("customers.erase.title", { label })}
      okText={t("customers.erase.ok")}
      okButtonProps={{ danger: true, disabled: !reason.trim() }}
      confirmLoading={erase.isPending}
      onOk={() => erase.mutate()}
      onCancel={close}
    >
      <p>{t("customers.erase.about")}</p>
      <Input value={reason} maxLength={400} autoFocus aria-label={t("customers.erase.reason")} placeholder={t("customers.erase.reason")} onChange={(event) => setReason(event.target.value)} />
      <ErrorText error={erase.error} />
    </Modal>
  );
}

/** A person's rights: take along everything that is kept of them, or have it erased. Administrators only. */
export function PrivacyMenu({ person, label }: { person: number; label: string }) {
  const { t } = useI18n();
  const [erasing, setErasing] = useState(false);
  const { data } = useQuery(authState);
  if (data?.user?.role !== "admin") return null;
  const items = [
    { key: "dossier", label: <a href={`/api/v1/customers/${person}/dossier`}>{t("customers.dossier")}</a> },
    { key: "erase", danger: true, label: t("customers.erase"), onClick: () => setErasing(true) },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button>{t("customers.privacy")}</Button>
      </Dropdown>
      {erasing && <EraseDialog person={person} label={label} close={() => setErasing(false)} />}
    </>
  );
}
