import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { Alert } from "@/api/types";

export const alerts = queryOptions({
  queryKey: ["alerts"],
  queryFn: () => take(http.GET("/api/v1/alerts")),
  refetchInterval: 30_000,
});

export const rules = queryOptions({
  queryKey: ["alert-rules"],
  queryFn: () => take(http.GET("/api/v1/alert-rules")),
});

/** The teams that can be told; the page of teams keeps them. */
export const teams = queryOptions({
  queryKey: ["teams"],
  queryFn: () => take(http.GET("/api/v1/teams")),
});

type Change = Partial<Pick<Alert, "state" | "useful">>;

/** Answers show at once and are taken back when the server refuses. */
export function useAlertChange() {
  const queries = useQueryClient();
  const key = alerts.queryKey;
  return useMutation({
    mutationFn: ({ id, ...body }: Change & { id: number }) =>
      take(http.PATCH("/api/v1/alerts/{alert_id}", { params: { path: { alert_id: id } }, body })),
    onMutate: async ({ id, ...change }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, (now) => now && { items: now.items.map((alert) => (alert.id === id ? { ...alert, ...change } : alert)) });
      return { before };
    },
    onError: (_error, _change, context) => queries.setQueryData(key, context?.before),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ["overview"] });
    },
  });
}
