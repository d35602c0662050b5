import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { paths } from "@/api/schema";

type Listed = paths["/api/v1/signals"]["get"]["responses"]["200"]["content"]["application/json"];
type Body = paths["/api/v1/signals/{signal_id}"]["patch"]["requestBody"]["content"]["application/json"];

export type Signal = Listed["items"][number];
export type SignalState = Signal["state"];
export type Cause = NonNullable<Signal["cause"]>;

export const signals = (states: SignalState[]) =>
  queryOptions({
    queryKey: ["signals", states],
    queryFn: () => take(http.GET("/api/v1/signals", { params: { query: { state: states } } })),
    refetchInterval: 60_000,
  });

export const signal = (id: number, lang: "zh" | "en") =>
  queryOptions({
    queryKey: ["signal", id, lang],
    queryFn: () => take(http.GET("/api/v1/signals/{signal_id}", { params: { path: { signal_id: id }, query: { lang } } })),
  });

export function useSignalChange(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => take(http.PATCH("/api/v1/signals/{signal_id}", { params: { path: { signal_id: id } }, body })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["signals"] });
      void queries.invalidateQueries({ queryKey: ["signal", id] });
    },
  });
}
