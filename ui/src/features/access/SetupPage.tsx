import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { authState } from "@/api/queries";
import { Gate } from "@/features/access/Gate";
import { useI18n } from "@/i18n/i18n";

interface FirstAdmin {
  username: string;
  password: string;
  display_name: string;
  setup_code: string;
}

const SHORTEST_PASSWORD = 8;

/** First run: who knows the code that the server printed becomes the administrator. */
export default function SetupPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const { data } = useQuery(authState);
  const setup = useMutation({
    mutationFn: (body: FirstAdmin) => take(http.POST("/api/v1/auth/setup", { body })),
    onSuccess: async (state) => {
      queries.setQueryData(authState.queryKey, state);
      await navigate("/overview", { replace: true });
    },
  });
  if (data && !data.setup_required) return <Navigate to={data.user ? "/overview" : "/login"} replace />;
  const code = search.get("code");
  const required = { required: true, message: t("form.required") };
  return (
    <Gate>
      <Form<FirstAdmin> initialValues={{ setup_code: code ?? "" }} layout="vertical" requiredMark={false} onFinish={(body) => setup.mutate(body)} size="large">
        <h2>{t("setup.title")}</h2>
        <p className="lead">{t("setup.about")}</p>
        {data?.setup_code_required && (
          <Form.Item name="setup_code" label={t("setup.code")} extra={t("setup.code.about")} rules={[required]}>
            <Input autoFocus={!code} autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item name="display_name" label={t("setup.displayName")} rules={[required]}>
          <Input autoFocus autoComplete="name" />
        </Form.Item>
        <Form.Item name="username" label={t("login.username")} rules={[required]}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("login.password")}
          extra={t("setup.password.hint", { n: SHORTEST_PASSWORD })}
          rules={[required, { min: SHORTEST_PASSWORD, message: t("setup.password.hint", { n: SHORTEST_PASSWORD }) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <ErrorText error={setup.error} />
        <Button type="primary" htmlType="submit" block loading={setup.isPending}>
          {t("setup.submit")}
        </Button>
      </Form>
    </Gate>
  );
}
