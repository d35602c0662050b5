import { Button, Form, Input, Popconfirm, Select } from "antd";
import { Link } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { SideDrawer } from "@/components/SideDrawer";
import { ExamplesField, type Example } from "@/features/taxonomy/ExamplesField";
import { PreviewPanel } from "@/features/taxonomy/PreviewPanel";
import { usePreview, useRetire, useSave, type AspectNode, type Detail, type Draft } from "@/features/taxonomy/queries";
import { useI18n } from "@/i18n/i18n";

const MORE = ["good", "bad", "neither"] as const;
const MIDDLE = 2;

interface Fields {
  zh: string;
  en?: string;
  parent?: string;
  more?: string;
  seeds?: string[];
  examples?: Example[];
}

/** A voice's whole text need not be sent back: its id says it. */
function draftOf({ zh, en = "", parent, more, seeds = [], examples = [] }: Fields): Draft {
  const given = examples.map(({ feedback_id, start, end, text, holds }) => (feedback_id === null ? { text, holds } : { feedback_id, start, end, holds }));
  return { zh, en, key: "", parent: parent ?? null, more: more ?? null, seeds, examples: given };
}

function Others({ node }: { node: AspectNode }) {
  const { t } = useI18n();
  const lists = (["learned", "implied", "positive", "negative"] as const).filter((field) => node[field].length > 0);
  return (
    <dl className="words">
      {lists.map((field) => (
        <div key={field}>
          <dt>{t(`taxonomy.words.${field}`)}</dt>
          <dd>{node[field].join(" ")}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  tree: Detail;
  /** The aspect to look at; null for a new one. */
  node: AspectNode | null;
  parent: string | null;
  add: (parent: string) => void;
  onClose: () => void;
}

/** One aspect: its names, seed words and examples, what it would catch, and the way out of the tree. */
export function AspectDrawer({ tree, node, parent, add, onClose }: Props) {
  const { t, name } = useI18n();
  const [form] = Form.useForm<Fields>();
  const preview = usePreview(tree.name, node?.id ?? null);
  const save = useSave(tree.name, node?.id ?? null, onClose);
  const retire = useRetire(tree.name, node?.id ?? "", onClose);
  const catchAll = node?.id === `${tree.name}.general`;
  const parents = tree.nodes.filter((one) => one.level <= MIDDLE && one.id !== `${tree.name}.general`);
  const known: Fields = node
    ? { zh: node.zh, en: node.en, more: node.more, seeds: node.seeds, examples: node.examples }
    : { zh: "", parent: parent ?? undefined, more: "good", seeds: [], examples: [] };
  const check = async () => preview.mutate(draftOf(await form.validateFields()));
  return (
    <SideDrawer
      title={node ? name(node) : t("taxonomy.add")}
      extra={node && <Link to={`/understand/facts/${node.id}`}>{t("taxonomy.facts")}</Link>}
      width={560}
      onClose={onClose}
      footer={
        <div className="aspect-do">
          <Button onClick={() => void check()} loading={preview.isPending}>
            {t("taxonomy.preview")}
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t(node ? "taxonomy.save" : "taxonomy.add.do")}
          </Button>
          {node && node.level <= MIDDLE && !catchAll && (
            <Button type="text" onClick={() => add(node.id)}>
              {t("taxonomy.add.below")}
            </Button>
          )}
          {node && !catchAll && (
            <Popconfirm title={t("taxonomy.retire.sure")} description={t("taxonomy.retire.about")} onConfirm={() => retire.mutate()}>
              <Button type="text" danger loading={retire.isPending}>
                {t("taxonomy.retire")}
              </Button>
            </Popconfirm>
          )}
        </div>
      }
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={known} onFinish={(fields) => save.mutate(draftOf(fields))}>
        <div className="aspect-names">
          <Form.Item name="zh" label={t("taxonomy.zh")} rules={[{ required: true, message: t("form.required") }]}>
            <Input autoFocus={!node} maxLength={60} />
          </Form.Item>
          <Form.Item name="en" label={t("taxonomy.en")}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        <div className="aspect-names">
          {!node && (
            <Form.Item name="parent" label={t("taxonomy.parent")}>
              <Select allowClear showSearch={{ optionFilterProp: "label" }} placeholder={t("taxonomy.parent.none")} options={parents.map((one) => ({ value: one.id, label: name(one) }))} />
            </Form.Item>
          )}
          <Form.Item name="more" label={t("taxonomy.more")} tooltip={t("taxonomy.more.about")}>
            <Select options={MORE.map((value) => ({ value, label: t(`taxonomy.more.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="seeds" label={t("taxonomy.seeds")} extra={t("taxonomy.seeds.about")}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[" ", "，", ",", "、"]} placeholder={t("taxonomy.seeds.hint")} />
        </Form.Item>
        {node && <Others node={node} />}
        <Form.Item name="examples" label={t("taxonomy.examples")} extra={t("taxonomy.examples.about")}>
          <ExamplesField taxonomy={tree.name} aspect={node?.id ?? null} />
        </Form.Item>
        <ErrorText error={save.error ?? retire.error ?? preview.error} />
      </Form>
      {preview.data && <PreviewPanel found={preview.data} nodes={tree.nodes} />}
    </SideDrawer>
  );
}
