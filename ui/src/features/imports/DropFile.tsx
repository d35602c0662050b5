import { useState, type DragEvent } from "react";
import { ErrorText } from "@/components/ErrorText";
import { Icon } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";

interface Props {
  onFile: (file: File) => void;
  pending: boolean;
  error: Error | null;
}

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xls,.jsonl,.ndjson,.json,.parquet";

export function DropFile({ onFile, pending, error }: Props) {
  const { t } = useI18n();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <label
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="file" accept={ACCEPTED} onChange={(event) => event.target.files?.[0] && onFile(event.target.files[0])} />
      <Icon name="upload" size={30} />
      <strong>{t(pending ? "import.reading" : "import.drop")}</strong>
      <span className="quiet">{t("import.formats")}</span>
      <ErrorText error={error} />
    </label>
  );
}
