import { Button, Input } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { useNewCode, type Code } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

interface Props {
  study: number;
  codes: Code[];
  applied: Set<number>;
  isReady: boolean;
  toggle: (code: Code) => void;
  canCode: boolean;
}

/** The code book beside the text: a click or a digit marks what is chosen. */
export function CodePanel({ study, codes, applied, isReady, toggle, canCode }: Props) {
  const { t } = useI18n();
  const create = useNewCode(study);
  const [name, setName] = useState("");
  const add = () => name.trim() && create.mutate({ name, about: "" }, { onSuccess: (code) => (setName(""), isReady && toggle(code)) });
  return (
    <aside className="code-panel" aria-label={t("interviews.view.codes")}>
      <p className="quiet">{t(canCode ? (isReady ? "interviews.pick" : "interviews.select") : "interviews.closed")}</p>
      <ul>
        {codes.map((code, place) => (
          <li key={code.id}>
            <button type="button" data-colour={code.colour} aria-pressed={applied.has(code.id)} disabled={!isReady || !canCode} onMouseDown={(event) => event.preventDefault()} onClick={() => toggle(code)} title={code.about}>
              {place < 9 && <kbd>{place + 1}</kbd>}
              <span>{code.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {canCode && (
        <div className="code-new">
          <Input size="small" value={name} maxLength={40} placeholder={t("interviews.code.new")} aria-label={t("interviews.code.new")} onChange={(event) => setName(event.target.value)} onPressEnter={add} />
          <Button size="small" disabled={!name.trim()} loading={create.isPending} onClick={add}>
            {t("interviews.code.add")}
          </Button>
        </div>
      )}
      <ErrorText error={create.error} />
      {canCode && <p className="quiet keys">{t("interviews.keys")}</p>}
    </aside>
  );
}
