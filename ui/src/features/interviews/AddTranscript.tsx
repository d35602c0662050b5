import { Button, Input, Switch } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { useUpload, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

/** Bringing a transcript in: consent is asked for here, for nothing is analysed without it. */
export function AddTranscript({ study }: { study: Study }) {
  const { t } = useI18n();
  const upload = useUpload(study.id);
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState("");
  const [held, setHeld] = useState("");
  const [consent, setConsent] = useState(false);
  const [quotable, setQuotable] = useState(false);
  const send = () => {
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    form.append("title", title);
    if (held) form.append("held_at", held);
    form.append("consent", consent ? "given" : "pending");
    form.append("quotable", String(consent && quotable));
    upload.mutate(form, { onSuccess: () => (setFile(undefined), setTitle("")) });
  };
  return (
    <Panel title={t("interviews.add")}>
      <div className="transcript-form">
        <label className="file-button">
          <input type="file" accept=".docx,.vtt,.srt,.txt" onChange={(event) => setFile(event.target.files?.[0])} />
          <span>{file?.name ?? t("interviews.file")}</span>
        </label>
        <Input value={title} maxLength={80} placeholder={t("interviews.talkTitle")} aria-label={t("interviews.talkTitle")} onChange={(event) => setTitle(event.target.value)} />
        <label className="inline">
          {t("interviews.heldAt")}
          <input type="datetime-local" value={held} onChange={(event) => setHeld(event.target.value)} />
        </label>
        <label className="inline">
          <Switch size="small" checked={consent} onChange={setConsent} /> {t("interviews.consent.all")}
        </label>
        <label className="inline">
          <Switch size="small" checked={consent && quotable} disabled={!consent} onChange={setQuotable} /> {t("interviews.quotable")}
        </label>
        <Button type="primary" disabled={!file} loading={upload.isPending} onClick={send}>
          {t("interviews.add.do")}
        </Button>
      </div>
      <p className="quiet">{t("interviews.add.about")}</p>
      <ErrorText error={upload.error} />
    </Panel>
  );
}
