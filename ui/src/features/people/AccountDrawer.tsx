import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select, Switch } from "antd";
import { meta } from "@/api/queries";
import type { Account, AccountChange, AccountDraft } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { FormDrawer } from "@/components/SideDrawer";
import { ROLES, useKeepAccount } from "@/features/people/queries";
import { useI18n } from "@/i18n/i18n";

const SHORTEST_PASSWORD = 8;
const DIMENSIONS = ["product", "region", "channel"] as const;

type Draft = AccountDraft & AccountChange;

/** What the limits can be chosen from: what has voices. */
function useChoices() {
  const { name } = useI18n();
  const { data } = useQuery(meta);
  const plain = (values: string[] = []) => values.map((value) => ({ value, label: value }));
  return {
    product: plain(data?.products),
    region: plain(data?.regions),
    channel: (data?.channels ?? []).map((channel) => ({ value: channel.id, label: name(channel) })),
  };
}

function Limits() {
  const { t } = useI18n();
  const choices = useChoices();
  return (
    <fieldset className="account-limits">
      <legend>{t("people.limits")}</legend>
      <p className="quiet">{t("people.limits.about")}</p>
      {DIMENSIONS.map((dimension) => (
        <Form.Item key={dimension} name={["limits", dimension]} label={t(`people.limit.${dimension}`)}>
          <Select mode="multiple" allowClear options={choices[dimension]} placeholder={t("people.limits.none")} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

/** One account: name, role, what it may read, on or off, and a new password. */
export function AccountDrawer({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { t } = useI18n();
  const [form] = Form.useForm<Draft>();
  const role = Form.useWatch("role", form);
  const keep = useKeepAccount(account);
  const required = [{ required: true, message: t("form.required") }];
  const submit = (draft: Draft) => {
    const limits = draft.role === "admin" ? { product: [], region: [], channel: [] } : draft.limits;
    keep.mutate({ ...draft, limits, password: draft.password || (account ? undefined : "") } as Draft, { onSuccess: onClose });
  };
  return (
    <FormDrawer title={account ? account.display_name : t("people.add")} width={460} form={form} submit={t("people.keep")} busy={keep.isPending} onClose={onClose}>
      <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={account ?? { role: "viewer", limits: {} }} onFinish={submit}>
        {!account && (
          <Form.Item name="username" label={t("login.username")} rules={required}>
            <Input autoFocus autoComplete="off" maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="display_name" label={t("setup.displayName")} rules={required}>
          <Input maxLength={128} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t("people.role")} extra={role && t(`people.role.${role}`)}>
          <Select options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        {role !== "admin" && <Limits />}
        <Form.Item
          name="password"
          label={t(account ? "people.resetPassword" : "login.password")}
          extra={account ? t("people.resetPassword.about") : t("setup.password.hint", { n: SHORTEST_PASSWORD })}
          rules={account ? [{ min: SHORTEST_PASSWORD }] : [...required, { min: SHORTEST_PASSWORD }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {account && (
          <Form.Item name="enabled" label={t("people.enabled")} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
        <ErrorText error={keep.error} />
      </Form>
    </FormDrawer>
  );
}
