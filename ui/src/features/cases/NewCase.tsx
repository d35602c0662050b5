import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio, Select } from "antd";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { authState } from "@/api/queries";
import type { CaseDraft } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { FormDrawer } from "@/components/SideDrawer";
import { useOffer } from "@/components/useOffer";
import { TITLE_LENGTH, beginning, useOrigin } from "@/features/cases/origin";
import { useOpenCase } from "@/features/cases/queries";
import { PRIORITIES } from "@/features/cases/states";
import { useI18n } from "@/i18n/i18n";

/** From a voice, an alert, a survey answer or a churn risk to a case in one step; customer and words come along. */
export function NewCase({ from, onClose }: { from: string; onClose: () => void }) {
  const { t } = useI18n();
  const [form] = Form.useForm<Pick<CaseDraft, "title" | "owner" | "team" | "priority">>();
  const user = useQuery(authState).data?.user;
  const { said, alert, churn, title } = useOrigin(from);
  const [search] = useSearchParams();
  const proposed = search.get("case-title") ?? title;
  const [chosen, setChosen] = useState<number | null>(null);
  const open = useOpenCase();
  const offer = useOffer<string>(form, "title");
  const choose = (id: number | null) => {
    setChosen(id);
    const words = alert?.verbatims.find((each) => each.id === id)?.text;
    if (words) offer(words.slice(0, TITLE_LENGTH));
  };
  useEffect(() => {
    if (proposed) offer(proposed);
  }, [proposed, offer]);
  const submit = (draft: Pick<CaseDraft, "title" | "owner" | "team" | "priority">) =>
    open.mutate(
      {
        ...draft,
        team: draft.team ?? "",
        ...beginning(said, alert, churn, chosen),
      },
      { onSuccess: onClose },
    );
  return (
    <FormDrawer title={t("case.open")} width={460} form={form} submit={t("case.open")} busy={open.isPending} onClose={onClose}>
      {said && <blockquote className="case-voice">{said.text}</blockquote>}
      {alert && alert.verbatims.length > 0 && (
        <fieldset className="case-choice">
          <legend>{t("case.whose")}</legend>
          <Radio.Group value={chosen} onChange={(event) => choose(event.target.value as number | null)}>
            <Radio value={null}>{t("case.whose.nobody")}</Radio>
            {alert.verbatims.map((each) => (
              <Radio key={each.id} value={each.id}>
                {each.text}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
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
    </FormDrawer>
  );
}
