import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, Select } from "antd";
import { useEffect } from "react";
import { authState, voice as voiceQuery } from "@/api/queries";
import type { CaseDraft } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { useIsPhone } from "@/components/useIsPhone";
import { useOpenCase } from "@/features/cases/queries";
import { PRIORITIES } from "@/features/cases/states";
import { useI18n } from "@/i18n/i18n";

const TITLE_LENGTH = 60;

/** From a voice to a case in one step; the voice's customer and words come along. */
export function NewCase({ voice, onClose }: { voice: string; onClose: () => void }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const [form] = Form.useForm<Pick<CaseDraft, "title" | "owner" | "team" | "priority">>();
  const user = useQuery(authState).data?.user;
  const said = useQuery({ ...voiceQuery(Number(voice)), enabled: voice !== "" }).data;
  const open = useOpenCase();
  useEffect(() => {
    if (said && !form.isFieldTouched("title")) form.setFieldValue("title", said.text.slice(0, TITLE_LENGTH));
  }, [said, form]);
  const submit = (draft: Pick<CaseDraft, "title" | "owner" | "team" | "priority">) =>
    open.mutate(
      {
        ...draft,
        team: draft.team ?? "",
        origin: said ? "voice" : "manual",
        origin_id: said ? String(said.id) : null,
        feedback_id: said?.id ?? null,
        customer_id: said?.customer?.id ?? null,
      },
      { onSuccess: onClose },
    );
  return (
    <Drawer
      open
      title={t("case.open")}
      size={isPhone ? "92dvh" : 460}
      placement={isPhone ? "bottom" : "right"}
      onClose={onClose}
      footer={
        <Button type="primary" block size="large" loading={open.isPending} onClick={() => form.submit()}>
          {t("case.open")}
        </Button>
      }
    >
      {said && <blockquote className="case-voice">{said.text}</blockquote>}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ priority: "normal", owner: user?.display_name }} onFinish={submit}>
        <Form.Item name="title" label={t("case.title")} rules={[{ required: true, message: t("form.required") }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="priority" label={t("case.priority")}>
          <Select options={PRIORITIES.map((value) => ({ value, label: t(`case.priority.${value}`) }))} />
        </Form.Item>
        <Form.Item name="owner" label={t("action.owner")} rules={[{ required: true, message: t("form.required") }]}>
          <Input />
        </Form.Item>
        <Form.Item name="team" label={t("action.team")}>
          <Input />
        </Form.Item>
        <ErrorText error={open.error} />
      </Form>
    </Drawer>
  );
}
