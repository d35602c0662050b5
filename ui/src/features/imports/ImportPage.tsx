import { useState } from "react";
import { PageHead } from "@/components/Page";
import { DropFile } from "@/features/imports/DropFile";
import { ImportHistory } from "@/features/imports/ImportHistory";
import { ImportResult } from "@/features/imports/ImportResult";
import { MappingStep } from "@/features/imports/MappingStep";
import { useImport, type Setup } from "@/features/imports/useImport";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/imports/imports.css";

const STEPS: WordKey[] = ["import.step.file", "import.step.map", "import.step.run"];

function Steps({ current }: { current: number }) {
  const { t } = useI18n();
  return (
    <ol className="steps">
      {STEPS.map((word, index) => (
        <li key={word} aria-current={index === current ? "step" : undefined}>
          <b className="num">{index + 1}</b>
          {t(word)}
        </li>
      ))}
    </ol>
  );
}

export default function ImportPage() {
  const { t } = useI18n();
  const { preview, start, job, waiting, reset, clearJob } = useImport();
  const [setup, setSetup] = useState<Setup | null>(null);
  const file = preview.data;
  const run = (chosen: Setup, dryRun: boolean) => {
    setSetup(chosen);
    start.mutate({ ...chosen, upload_id: file!.upload_id, dry_run: dryRun });
  };
  const startOver = () => {
    setSetup(null);
    reset();
  };
  return (
    <>
      <PageHead title={t("nav.import")} about={t("import.about")} />
      <Steps current={job ? 2 : file ? 1 : 0} />
      {!file && (
        <>
          <DropFile onFile={(chosen) => preview.mutate({ file: chosen })} pending={preview.isPending} error={preview.error} />
          <ImportHistory />
        </>
      )}
      {file && !job && (
        <MappingStep
          key={file.upload_id}
          preview={file}
          initial={setup}
          pending={start.isPending}
          error={start.error}
          onRun={run}
          onBack={startOver}
          onPlain={() => preview.mutate({ file: preview.variables!.file, layout: "rows" })}
        />
      )}
      {file && job && (
        <ImportResult
          job={job}
          waiting={waiting}
          expected={file.rows_estimate}
          onImport={() => setup && run(setup, false)}
          onBack={clearJob}
          onAnother={startOver}
        />
      )}
    </>
  );
}
