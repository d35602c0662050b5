import { useQuery } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useState, type FormEvent } from "react";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import type { Code, CodeDraft } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

const SIDES = [-1, 0, 1] as const;
const WORDS = { "-1": "polarity.negative", "0": "polarity.neutral", "1": "polarity.positive" } as const;

interface Props {
  taxonomy: string;
  code?: Code;
  error: Error | null;
  save: (draft: CodeDraft) => void;
  cancel?: () => void;
}

/** Writing a code: its name, when it applies, and which aspect and side it stands for. */
export function CodeForm({ taxonomy, code, error, save, cancel }: Props) {
  const { t, name } = useI18n();
  const { data } = useQuery(meta);
  const [draft, setDraft] = useState<CodeDraft>(
    code ? { name: code.name, about: code.about, aspect: code.aspect, sentiment: code.sentiment as CodeDraft["sentiment"], colour: code.colour } : { name: "", about: "" },
  );
  const nodes = data?.taxonomies.find((one) => one.name === taxonomy)?.nodes ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim()) save(draft);
  };
  return (
    <form className="code-form" onSubmit={submit}>
      <Input value={draft.name} maxLength={40} placeholder={t("interviews.code.name")} aria-label={t("interviews.code.name")} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
      <Input value={draft.about} placeholder={t("interviews.code.when")} aria-label={t("interviews.code.when")} onChange={(event) => setDraft({ ...draft, about: event.target.value })} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={draft.aspect ?? undefined}
        placeholder={t("interviews.code.aspect")}
        aria-label={t("interviews.code.aspect")}
        options={nodes.map((node) => ({ value: node.id, label: name(node, node.id) }))}
        onChange={(aspect?: string) => setDraft({ ...draft, aspect: aspect ?? null, sentiment: aspect ? (draft.sentiment ?? -1) : draft.sentiment })}
      />
      {draft.aspect && (
        <Segmented size="small" value={draft.sentiment ?? 0} onChange={(sentiment) => setDraft({ ...draft, sentiment })} options={SIDES.map((value) => ({ value, label: t(WORDS[`${value}`]) }))} />
      )}
      <Button htmlType="submit" type={code ? "default" : "primary"} disabled={!draft.name.trim()}>
        {t(code ? "surveys.save" : "interviews.code.add")}
      </Button>
      {cancel && (
        <Button type="text" onClick={cancel}>
          {t("interviews.cancel")}
        </Button>
      )}
      <ErrorText error={error} />
    </form>
  );
}
