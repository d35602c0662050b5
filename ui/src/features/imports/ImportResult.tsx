import { Button } from "antd";
import { Link } from "react-router";
import type { ImportJob } from "@/api/types";
import { Panel } from "@/components/Page";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface Props {
  job: ImportJob;
  waiting: boolean;
  expected: number;
  onImport: () => void;
  onBack: () => void;
  onAnother: () => void;
}

function title(job: ImportJob): WordKey {
  if (job.state === "failed") return "import.failed";
  if (job.state !== "done") return job.dry_run ? "import.checking" : "import.running";
  return job.dry_run ? "import.checked" : "import.done";
}

function Tally({ job }: { job: ImportJob }) {
  const { t, language } = useI18n();
  const cells: [WordKey, number, boolean][] = [
    ["import.read", job.rows, false],
    [job.dry_run ? "import.wouldAccept" : "import.accepted", job.accepted, false],
    ["import.duplicates", job.duplicates, false],
    ["import.rejected", job.rejected, job.rejected > 0],
  ];
  return (
    <div className="tally num">
      {cells.map(([word, count, bad]) => (
        <div key={word} data-bad={bad}>
          <strong>{formatCount(count, language)}</strong>
          {t(word)}
        </div>
      ))}
    </div>
  );
}

/** A bar while it runs, a summary when it is over, and what to do next. */
export function ImportResult({ job, waiting, expected, onImport, onBack, onAnother }: Props) {
  const { t, language } = useI18n();
  const part = waiting ? Math.min(0.98, job.rows / Math.max(1, expected)) : 1;
  return (
    <Panel title={t(title(job))} aside={job.rate ? <span className="num">{t("import.rate", { n: formatCount(Math.round(job.rate), language) })}</span> : undefined}>
      <div className="progress" role="progressbar" aria-label={t(title(job))} aria-valuenow={Math.round(part * 100)} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: `${part * 100}%` }} />
      </div>
      <Tally job={job} />
      {job.error && (
        <p role="alert" style={{ color: "var(--negative)", marginBottom: 12 }}>
          {job.error}
        </p>
      )}
      {job.rejects_url && !waiting && (
        <p style={{ marginBottom: 16 }}>
          {t("import.rejects.about")}{" "}
          <a className="link" href={job.rejects_url} download>
            {t("import.rejects.download")}
          </a>
        </p>
      )}
      {!waiting && (
        <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
          {job.dry_run && job.state === "done" && (
            <Button type="primary" onClick={onImport} disabled={job.accepted === 0}>
              {t("import.runNow", { n: formatCount(job.accepted, language) })}
            </Button>
          )}
          {!job.dry_run && job.state === "done" && (
            <>
              <Link to="/understand/facts">
                <Button type="primary">{t("import.seeFacts")}</Button>
              </Link>
              <Link to={`/understand/verbatims?source=${encodeURIComponent(job.source)}&range=all`}>
                <Button>{t("import.seeVoices")}</Button>
              </Link>
            </>
          )}
          {(job.dry_run || job.state === "failed") && <Button onClick={onBack}>{t("import.back")}</Button>}
          <Button type="text" onClick={onAnother}>
            {t("import.otherFile")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
