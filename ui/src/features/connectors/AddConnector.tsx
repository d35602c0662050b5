import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Collapse, Form, Input, Select } from "antd";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { FormDrawer } from "@/components/SideDrawer";
import { type ConnectorDraft, connectors, kinds } from "@/features/connectors/queries";
import { SettingField } from "@/features/connectors/SettingField";
import { configOf, settingsOf } from "@/features/connectors/settings";
import { useI18n } from "@/i18n/i18n";

interface Draft {
  name: string;
  kind: string;
  taxonomy?: string;
  terms_note?: string;
  config?: Record<string, unknown>;
}

function useKind(kind: string | undefined) {
  const { data } = useQuery(kinds);
  const chosen = data?.find((each) => each.kind === kind);
  return { kinds: data ?? [], chosen, settings: chosen ? settingsOf(chosen) : [] };
}

export function AddConnector({ onClose }: { onClose: () => void }) {
  const { t, name, language } = useI18n();
  const queries = useQueryClient();
  const { data } = useQuery(meta);
  const [form] = Form.useForm<Draft>();
  const { kinds: all, chosen, settings } = useKind(Form.useWatch("kind", form));
  const create = useMutation({
    mutationFn: ({ config = {}, ...rest }: Draft) => {
      const body: ConnectorDraft = { ...rest, terms_note: rest.terms_note ?? "", config: configOf(settings, config) };
      return take(http.POST("/api/v1/connectors", { body }));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: connectors.queryKey });
      onClose();
    },
  });
  const required = [{ required: true, message: t("form.required") }];
  const optional = settings.filter((setting) => !setting.required);
  return (
    <FormDrawer title={t("connector.add")} form={form} submit={t("connector.add.submit")} busy={create.isPending} onClose={onClose}>
      <Form<Draft> form={form} layout="vertical" requiredMark={false} onFinish={(draft) => create.mutate(draft)}>
        <Form.Item name="kind" label={t("connector.kind")} rules={required} extra={chosen && (language === "zh" ? chosen.about_zh : chosen.about_en)}>
          <Select options={all.map((kind) => ({ value: kind.kind, label: name(kind, kind.kind) }))} />
        </Form.Item>
        <Form.Item name="name" label={t("connector.name")} rules={required}>
          <Input maxLength={120} placeholder={t("connector.name.hint")} />
        </Form.Item>
        {settings.filter((setting) => setting.required).map((setting) => (
          <SettingField key={`${chosen?.kind}.${setting.name}`} setting={setting} />
        ))}
        <Form.Item name="taxonomy" label={t("nav.taxonomy")}>
          <Select allowClear options={data?.taxonomies.map((each) => ({ value: each.name, label: name(each.nodes.find(({ parent }) => !parent), each.name) }))} />
        </Form.Item>
        <Form.Item name="terms_note" label={t("connector.terms")}>
          <Input.TextArea autoSize placeholder={t("connector.terms.hint")} />
        </Form.Item>
        {optional.length > 0 && (
          <Collapse
            ghost
            items={[
              {
                key: "more",
                label: t("connector.more"),
                forceRender: true,
                children: optional.map((setting) => <SettingField key={`${chosen?.kind}.${setting.name}`} setting={setting} />),
              },
            ]}
          />
        )}
        {create.error && <ErrorText error={create.error} />}
      </Form>
    </FormDrawer>
  );
}
