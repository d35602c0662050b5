import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { useIsPhone } from "@/components/useIsPhone";
import { useNewStudy, type StudyDraft } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

const KINDS = ["interview", "focus_group"] as const;

export function NewStudy({ close }: { close: () => void }) {
  const { t, name } = useI18n();
  const isPhone = useIsPhone();
  const go = useNavigate();
  const create = useNewStudy();
  const { data } = useQuery(meta);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<StudyDraft["kind"]>("interview");
  const [goals, setGoals] = useState("");
  const [taxonomy, setTaxonomy] = useState<string>();
  const save = () =>
    create.mutate(
      { title, kind, goals: goals.split("\n"), guide: "", taxonomy },
      { onSuccess: ({ id }) => void go(`/collect/interviews/${id}`) },
    );
  return (
    <Drawer open title={t("interviews.new")} onClose={close} size={isPhone ? "100%" : 460}>
      <div className="study-form">
        <label>
          {t("interviews.title")}
          <Input value={title} maxLength={80} autoFocus onChange={(event) => setTitle(event.target.value)} />
        </label>
        <Segmented value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`interviews.kind.${value}`) }))} />
        <label>
          {t("interviews.goals")}
          <Input.TextArea value={goals} autoSize={{ minRows: 3 }} placeholder={t("interviews.goals.hint")} onChange={(event) => setGoals(event.target.value)} />
        </label>
        <label>
          {t("filter.taxonomy")}
          <Select
            value={taxonomy ?? data?.taxonomies[0]?.name}
            onChange={setTaxonomy}
            options={data?.taxonomies.map((one) => ({ value: one.name, label: name(one, one.name) }))}
          />
        </label>
        <ErrorText error={create.error} />
        <Button type="primary" disabled={!title.trim()} loading={create.isPending} onClick={save}>
          {t("interviews.create")}
        </Button>
      </div>
    </Drawer>
  );
}
