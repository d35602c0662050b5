import { useMutation } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { Panel } from "@/components/Page";
import { useI18n } from "@/i18n/i18n";

interface Passwords {
  old: string;
  new: string;
}

export function PasswordPanel() {
  const { t } = useI18n();
  const { message } = App.useApp();
  const [form] = Form.useForm<Passwords>();
  const change = useMutation({
    mutationFn: (body: Passwords) => take(http.POST("/api/v1/auth/password", { body })),
    onSuccess: () => {
      form.resetFields();
      void message.success(t("settings.password.done"));
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Panel title={t("settings.password")}>
      <Form<Passwords> form={form} layout="inline" requiredMark={false} onFinish={(body) => change.mutate(body)} style={{ rowGap: 10 }}>
        <Form.Item name="old" rules={required}>
          <Input.Password placeholder={t("settings.password.old")} aria-label={t("settings.password.old")} autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="new" rules={required}>
          <Input.Password placeholder={t("settings.password.new")} aria-label={t("settings.password.new")} autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t("settings.password.change")}
        </Button>
      </Form>
      <ErrorText error={change.error} />
    </Panel>
  );
}
