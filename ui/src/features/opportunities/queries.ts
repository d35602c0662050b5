import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { paths } from "@/api/schema";
import type { FilterQuery } from "@/api/types";

type Listed = paths["/api/v1/opportunities"]["get"]["responses"]["200"]["content"]["application/json"];
type Detail = paths["/api/v1/opportunities/one"]["get"]["responses"]["200"]["content"]["application/json"];
type Body = paths["/api/v1/opportunities"]["patch"]["requestBody"]["content"]["application/json"];
type RivalsAnswer = paths["/api/v1/opportunities/rivals"]["get"]["responses"]["200"]["content"]["application/json"];

type SwitchingAnswer = paths["/api/v1/opportunities/switching"]["get"]["responses"]["200"]["content"]["application/json"];

export type Opportunity = Listed["items"][number];
export type Progress = Listed["taken"][number];
export type Stage = Opportunity["stage"];
export type Kind = Opportunity["kind"];
export type Heard = Detail["heard"][number];
export type Rival = RivalsAnswer["items"][number];
export type Switching = SwitchingAnswer["items"][number];
export type SwitchReason = Switching["reasons"][number];

export const KINDS: Kind[] = ["wish", "unmet_need", "workaround", "effort", "surprising_use", "praise"];
export const STAGES: Stage[] = ["found", "judged", "planned", "shipped", "realised", "dismissed"];

export const opportunities = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["opportunities", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/opportunities", { params: { query }, signal })),
  });

export const opportunity = (key: string, query: FilterQuery) =>
  queryOptions({
    queryKey: ["opportunity", key, query],
    queryFn: () => take(http.GET("/api/v1/opportunities/one", { params: { query: { ...query, key } } })),
  });

export const rivals = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["rivals", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/opportunities/rivals", { params: { query }, signal })),
  });

export const switching = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["switching", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/opportunities/switching", { params: { query }, signal })),
  });

export function useOpportunityChange(key: string, query: FilterQuery) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => take(http.PATCH("/api/v1/opportunities", { params: { query: { ...query, key } }, body })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["opportunities"] });
      void queries.invalidateQueries({ queryKey: ["opportunity", key] });
    },
  });
}
