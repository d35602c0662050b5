import { useQuery } from "@tanstack/react-query";
import { Form, Input, Modal, Select } from "antd";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { useAccept, type Topic } from "@/features/topics/queries";
import { useI18n } from "@/i18n/i18n";

const MIDDLE = 2;

interface Fields {
  zh: string;
  en?: string;
  parent?: string;
  seeds: string[];
}

/** A topic becomes an aspect: its words are the seed words, its clauses the examples. */
export function AcceptModal({ topic, taxonomy, onClose }: { topic: Topic; taxonomy: string; onClose: () => void }) {
  const { t, name } = useI18n();
  const { data } = useQuery(meta);
  const [form] = Form.useForm<Fields>();
  const accept = useAccept(topic.id, onClose);
  const nodes = data?.taxonomies.find((one) => one.name === taxonomy)?.nodes ?? [];
  const parents = nodes.filter((node) => node.level <= MIDDLE && node.id !== `${taxonomy}.general`);
  return (
    <Modal open title={t("topics.accept.title")} okText={t("topics.accept.do")} cancelText={t("topics.cancel")} confirmLoading={accept.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className="topics-about">{t("topics.accept.about")}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ zh: topic.named_by ? topic.name : topic.words[0], seeds: topic.words.slice(0, 6) }}
        onFinish={({ zh, en = "", parent, seeds }) => accept.mutate({ zh, en, parent: parent ?? null, seeds })}
      >
        <Form.Item name="zh" label={t("taxonomy.zh")} rules={[{ required: true, message: t("form.required") }]}>
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="en" label={t("taxonomy.en")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="parent" label={t("taxonomy.parent")}>
          <Select allowClear showSearch={{ optionFilterProp: "label" }} placeholder={t("taxonomy.parent.none")} options={parents.map((one) => ({ value: one.id, label: name(one, one.id) }))} />
        </Form.Item>
        <Form.Item name="seeds" label={t("taxonomy.seeds")} extra={t("topics.seeds.about")}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[" ", "，", ",", "、"]} />
        </Form.Item>
        <ErrorText error={accept.error} />
      </Form>
    </Modal>
  );
}
