import { Form, Input, InputNumber, Select, Switch } from "antd";
import { SETTING_WORDS, type Setting, toLines } from "@/features/connectors/settings";
import { useI18n } from "@/i18n/i18n";

function Control({ setting, ...rest }: { setting: Setting }) {
  switch (setting.shape) {
    case "secret":
      return <Input.Password autoComplete="new-password" {...rest} />;
    case "number":
      return <InputNumber style={{ width: "100%" }} {...rest} />;
    case "choice":
      return <Select options={setting.choices.map((value) => ({ value, label: value }))} {...rest} />;
    case "list":
      return <Select mode="tags" open={false} {...rest} />;
    case "switch":
      return <Switch {...rest} />;
    case "pairs":
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder="text = data.content" {...rest} />;
    default:
      return setting.name === "query" ? <Input.TextArea autoSize={{ minRows: 2 }} {...rest} /> : <Input {...rest} />;
  }
}

export function SettingField({ setting }: { setting: Setting }) {
  const { t } = useI18n();
  const word = SETTING_WORDS[setting.name];
  return (
    <Form.Item
      name={["config", setting.name]}
      label={word ? t(word) : setting.name}
      extra={setting.about}
      valuePropName={setting.shape === "switch" ? "checked" : "value"}
      initialValue={setting.shape === "pairs" ? toLines(setting.initial) : setting.initial}
      rules={setting.required ? [{ required: true, message: t("form.required") }] : []}
    >
      <Control setting={setting} />
    </Form.Item>
  );
}
