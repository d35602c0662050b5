import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { authState } from "@/api/queries";
import { Gate } from "@/features/access/Gate";
import { useI18n } from "@/i18n/i18n";

interface Credentials {
  username: string;
  password: string;
}

/** Only a path of this site may follow a sign-in. */
function safeNext(next: string | null): string {
  return next?.startsWith("/") && !next.startsWith("//") ? next : "/overview";
}

export default function LoginPage() {
  const { t, find } = useI18n();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data } = useQuery(authState);
  const next = safeNext(search.get("next"));
  const login = useMutation({
    mutationFn: (body: Credentials) => take(http.POST("/api/v1/auth/login", { body })),
    onSuccess: async (state) => {
      queries.clear();
      queries.setQueryData(authState.queryKey, state);
      await navigate(next, { replace: true });
    },
  });
  if (data?.setup_required) return <Navigate to="/setup" replace />;
  if (data?.user) return <Navigate to={next} replace />;
  return (
    <Gate>
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(body) => login.mutate(body)} size="large">
        <h2>{t("login.title")}</h2>
        <p className="lead">{data?.demo ? t("login.demo") : t("login.about")}</p>
        <Form.Item name="username" label={t("login.username")} rules={[{ required: true, message: t("form.required") }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t("login.password")} rules={[{ required: true, message: t("form.required") }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {search.get("refused") && (
          <p role="alert" className="error-text">
            {find(`error.${search.get("refused")}`) ?? t("error.oidc_refused")}
          </p>
        )}
        <ErrorText error={login.error} />
        <Button type="primary" htmlType="submit" block loading={login.isPending}>
          {t("login.submit")}
        </Button>
        {data && data.oidc !== null && (
          <Button block href={`/api/v1/auth/oidc/start?next=${encodeURIComponent(next)}`} style={{ marginTop: 12 }}>
            {data.oidc || t("login.oidc")}
          </Button>
        )}
      </Form>
    </Gate>
  );
}
