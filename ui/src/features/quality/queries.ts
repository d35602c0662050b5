import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Quality = Schema["QualityOut"];
export type QualityRule = Quality["rules"][number]["rule"];
export type Cluster = Schema["SuspectClusterOut"];

export const state = queryOptions({ queryKey: ["quality"], queryFn: () => take(http.GET("/api/v1/quality")) });

export const clustersOf = (rule: QualityRule) =>
  queryOptions({
    queryKey: ["quality", "clusters", rule],
    queryFn: () => take(http.GET("/api/v1/quality/findings", { params: { query: { rule, limit: 40 } } })),
  });

export const exclusionLog = queryOptions({
  queryKey: ["quality", "log"],
  queryFn: () => take(http.GET("/api/v1/exclusions", { params: { query: { limit: 60 } } })),
});

/** Whatever is left out changes every figure. */
function useQualityMutation<In, Out>(ask: (body: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSuccess: () => client.invalidateQueries() });
}

export const useScan = () => useQualityMutation((days: number) => take(http.POST("/api/v1/quality/scan", { params: { query: { days } } })));

export const useDecision = () =>
  useQualityMutation((body: Schema["QualityDecisionIn"]) => take(http.PUT("/api/v1/quality/decisions", { body })));

export const useRestore = () =>
  useQualityMutation((body: Schema["RestoreIn"]) => take(http.POST("/api/v1/exclusions/restore", { body })));
