import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { http, take } from "@/api/client";
import type { ImportJob, ImportPreview, ImportRequest } from "@/api/types";

const POLL_MS = 400;

export type Setup = Omit<ImportRequest, "upload_id" | "dry_run">;

function isEnded(job: ImportJob | undefined): boolean {
  return job?.state === "done" || job?.state === "failed";
}

export interface Upload {
  file: File;
  /** How to read it, whatever it is recognised to be. */
  layout?: ImportPreview["layout"];
}

function upload({ file, layout }: Upload): Promise<ImportPreview> {
  const body = new FormData();
  body.append("file", file);
  const params = { query: { layout } };
  return take(http.POST("/api/v1/imports/preview", { params, body: body as never, bodySerializer: (form) => form as never }));
}

/** The proposal of the server as the mapping it starts from: field name → column name. */
export function proposedMapping(preview: ImportPreview): Record<string, string> {
  return Object.fromEntries(preview.columns.filter(({ field }) => field).map(({ field, name }) => [field!, name]));
}

/** One file on its way: upload, dry run, import, and how far it has come. */
export function useImport() {
  const queries = useQueryClient();
  const [jobId, setJobId] = useState<number | null>(null);
  const preview = useMutation({ mutationFn: upload, onSuccess: () => setJobId(null) });
  const start = useMutation({
    mutationFn: (body: ImportRequest) => take(http.POST("/api/v1/imports", { body })),
    onSuccess: ({ id }) => setJobId(id),
  });
  const job = useQuery({
    queryKey: ["import", jobId],
    queryFn: () => take(http.GET("/api/v1/imports/{job_id}", { params: { path: { job_id: jobId! } } })),
    enabled: jobId !== null,
    placeholderData: undefined,
    refetchInterval: ({ state }) => (isEnded(state.data) ? false : POLL_MS),
  });
  const ended = isEnded(job.data);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "import" });
  }, [ended, queries]);
  const reset = () => {
    setJobId(null);
    preview.reset();
    start.reset();
  };
  return { preview, start, job: jobId === null ? undefined : job.data, waiting: jobId !== null && !ended, reset, clearJob: () => setJobId(null) };
}
