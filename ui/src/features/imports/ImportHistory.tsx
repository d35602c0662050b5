import { useQuery } from "@tanstack/react-query";
import { imports } from "@/api/queries";
import type { ImportJob } from "@/api/types";
import { Dots } from "@/components/Dots";
import { Panel } from "@/components/Page";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const SHOWN = 12;

function JobRow({ job }: { job: ImportJob }) {
  const { t, language } = useI18n();
  const count = (n: number) => formatCount(n, language);
  const words = t("import.summary", { accepted: count(job.accepted), duplicates: count(job.duplicates), rejected: count(job.rejected) });
  return (
    <div className="job-row num">
      <span>
        {job.file_name}
        <span className="quiet" style={{ display: "block", fontSize: 12 }}>
          <Dots items={[job.source, formatDateTime(job.created_at, language)]} />
        </span>
      </span>
      <span>
        {job.dry_run && `${t("import.dryRun.tag")} `}
        {job.state === "failed" ? job.error : words}
      </span>
      {job.rejects_url ? (
        <a className="link" href={job.rejects_url} download>
          {t("import.rejects.download")}
        </a>
      ) : (
        <span />
      )}
    </div>
  );
}

export function ImportHistory() {
  const { t } = useI18n();
  const { data } = useQuery(imports);
  if (!data?.length) return null;
  return (
    <div style={{ marginTop: "var(--gap)" }}>
      <Panel flush title={t("import.history")}>
        <div style={{ height: 10 }} />
        {data.slice(0, SHOWN).map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </Panel>
    </div>
  );
}
