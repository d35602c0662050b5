import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Empty, SkeletonRows } from "@/components/states";
import { useAspectName } from "@/components/useAspectName";
import { CodeForm } from "@/features/interviews/CodeForm";
import { codesOf, useCode, useNewCode, useRemoveCode, type Code, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

function CodeRow({ code, study }: { code: Code; study: Study }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const change = useCode();
  const remove = useRemoveCode();
  const aspect = useAspectName();
  if (isOpen)
    return (
      <li>
        <CodeForm
          taxonomy={study.taxonomy}
          code={code}
          error={change.error}
          save={(draft) => change.mutate({ id: code.id, ...draft }, { onSuccess: () => setOpen(false) })}
          cancel={() => setOpen(false)}
        />
      </li>
    );
  return (
    <li>
      <span className="code-chip" data-colour={code.colour}>
        {code.name}
      </span>
      <span>{code.about}</span>
      <span className="quiet">
        {code.aspect && aspect(code.aspect)}
        {code.sentiment !== null && ` ${t(`polarity.${code.sentiment < 0 ? "negative" : code.sentiment > 0 ? "positive" : "neutral"}`)}`}
      </span>
      <span className="num">{t("interviews.marks", { n: code.spans })}</span>
      <span className="code-do">
        <Button size="small" type="text" onClick={() => setOpen(true)}>
          {t("interviews.edit")}
        </Button>
        <Button size="small" type="text" disabled={code.spans > 0} loading={remove.isPending} onClick={() => remove.mutate(code.id)}>
          {t("interviews.remove")}
        </Button>
      </span>
      <ErrorText error={remove.error} />
    </li>
  );
}

/** The code book: what a mark means, and the aspect as which it enters the facts. */
export function CodeBook({ study }: { study: Study }) {
  const { t } = useI18n();
  const { data } = useQuery(codesOf(study.id));
  const create = useNewCode(study.id);
  return (
    <div className="study-stack">
      <Panel title={t("interviews.code.new")}>
        <CodeForm key={data?.length} taxonomy={study.taxonomy} error={create.error} save={(draft) => create.mutate(draft)} />
        <p className="quiet">{t("interviews.code.about")}</p>
      </Panel>
      <Panel title={t("interviews.view.codes")} flush>
        {!data && <SkeletonRows rows={4} />}
        {data?.length === 0 && <Empty title={t("interviews.code.empty")} about={t("interviews.code.empty.about")} />}
        <ul className="code-list">
          {data?.map((code) => (
            <CodeRow key={code.id} code={code} study={study} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}
