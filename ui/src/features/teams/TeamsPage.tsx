import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { http, take } from "@/api/client";
import type { TeamTarget, TeamTargetDraft } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Outbox } from "@/features/teams/Outbox";
import { useI18n } from "@/i18n/i18n";
import "@/features/teams/teams.css";

const KINDS = ["dingtalk", "feishu", "wecom", "slack", "email", "webhook"] as const;
const KEY = ["teams"];

function useTargets() {
  return useQuery({ queryKey: KEY, queryFn: () => take(http.GET("/api/v1/teams")) });
}

function Target({ target }: { target: TeamTarget }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const path = { target_id: target.id };
  const test = useMutation({
    mutationFn: () => take(http.POST("/api/v1/teams/{target_id}/test", { params: { path } })),
    onSuccess: () => {
      void message.success(t("teams.tested"));
      void queries.invalidateQueries({ queryKey: ["outbox"] });
    },
  });
  const remove = useMutation({
    mutationFn: () => take(http.DELETE("/api/v1/teams/{target_id}", { params: { path } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <li className="team-target">
      <strong>{target.team}</strong>
      <span>
        {t(`target.${target.kind}`)} <span className="quiet team-address">{target.address}</span>
        {target.has_secret && <span className="quiet"> · {t("teams.signed")}</span>}
      </span>
      <span className="team-do">
        <button type="button" className="row-action" onClick={() => test.mutate()}>
          {t("teams.test")}
        </button>
        <button type="button" className="row-action" onClick={() => remove.mutate()}>
          {t("teams.remove")}
        </button>
      </span>
    </li>
  );
}

function NewTarget() {
  const { t } = useI18n();
  const queries = useQueryClient();
  const [form] = Form.useForm<TeamTargetDraft>();
  const add = useMutation({
    mutationFn: (body: TeamTargetDraft) => take(http.POST("/api/v1/teams", { body: { ...body, secret: body.secret || null } })),
    onSuccess: () => {
      form.resetFields();
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Form<TeamTargetDraft> form={form} layout="vertical" requiredMark={false} className="team-new" initialValues={{ kind: "dingtalk" }} onFinish={(body) => add.mutate(body)}>
      <Form.Item name="team" label={t("action.team")} rules={required}>
        <Input placeholder={t("teams.team.example")} />
      </Form.Item>
      <Form.Item name="kind" label={t("teams.kind")}>
        <Select options={KINDS.map((value) => ({ value, label: t(`target.${value}`) }))} />
      </Form.Item>
      <Form.Item name="address" label={t("teams.address")} rules={required} className="team-wide">
        <Input />
      </Form.Item>
      <Form.Item name="secret" label={t("teams.secret")}>
        <Input.Password autoComplete="off" />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={add.isPending}>
        {t("teams.add")}
      </Button>
      <ErrorText error={add.error} />
    </Form>
  );
}

/** Where each team is reached, and what went out. */
export default function TeamsPage() {
  const { t } = useI18n();
  const { data, error, refetch } = useTargets();
  return (
    <>
      <PageHead title={t("nav.notifications")} about={t("teams.about")} />
      <div className="teams">
        <Panel title={t("teams.title")}>
          {!data && <Pending error={error} refetch={refetch} rows={3} />}
          {data?.items.length === 0 && <Empty icon="bell" title={t("teams.empty")} about={t("teams.empty.about")} />}
          {data && data.items.length > 0 && (
            <ul className="team-targets">
              {data.items.map((target) => (
                <Target key={target.id} target={target} />
              ))}
            </ul>
          )}
          <NewTarget />
        </Panel>
        <Outbox />
      </div>
    </>
  );
}
