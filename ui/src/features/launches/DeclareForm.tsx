import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { useI18n } from "@/i18n/i18n";

export interface Draft {
  name: string;
  product: string | null;
  terms: string[];
  rivals: string[];
  startsAt: string;
}

/** A wall-clock time in Beijing as the browser's field writes it, with its offset. */
const aware = (local: string) => `${local.slice(0, 16)}:00+08:00`;

/** Declares what is watched: a product or words, since when, beside whom. */
export function DeclareForm({ draft, close }: { draft: Draft; close: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(meta);
  const [form, setForm] = useState(draft);
  const change = (part: Partial<Draft>) => setForm((before) => ({ ...before, ...part }));
  const products = (data?.products ?? []).map((product) => ({ value: product, label: product }));
  const declare = useMutation({
    mutationFn: () =>
      take(http.POST("/api/v1/launches", { body: { name: form.name, product: form.product, terms: form.terms, rivals: form.rivals, starts_at: aware(form.startsAt) } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["launches"] });
      await navigate(`/understand/launches/${id}`);
    },
  });
  const ready = form.name.trim() && form.startsAt && (form.product || form.terms.length > 0);
  return (
    <Modal open title={t("launch.declare")} okText={t("launch.watch")} okButtonProps={{ disabled: !ready }} confirmLoading={declare.isPending} onOk={() => declare.mutate()} onCancel={close}>
      <div className="launch-form">
        <label>
          {t("launch.name")}
          <Input value={form.name} maxLength={120} onChange={(event) => change({ name: event.target.value })} />
        </label>
        <label>
          {t("launch.product")}
          <Select allowClear showSearch value={form.product} options={products} onChange={(value?: string) => change({ product: value ?? null })} />
        </label>
        <label>
          {t("launch.terms")}
          <Select mode="tags" value={form.terms} onChange={(value: string[]) => change({ terms: value })} />
        </label>
        <label>
          {t("launch.rivals")}
          <Select mode="multiple" maxCount={3} value={form.rivals} options={products} onChange={(value: string[]) => change({ rivals: value })} />
        </label>
        <label>
          {t("launch.start")}
          <Input type="datetime-local" value={form.startsAt} onChange={(event) => change({ startsAt: event.target.value })} />
        </label>
        <ErrorText error={declare.error} />
      </div>
    </Modal>
  );
}
