import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type PlanRules = Schema["PlanRulesOut"];
export type Goal = PlanRules["goals"][number]["id"];
export type Wish = Schema["ProposalIn"];
export type Target = Schema["PlanTargetOut"];
export type CollectionPlan = Schema["CollectionPlanOut"];
export type Progress = CollectionPlan["progress"][number];

export const rules = queryOptions({ queryKey: ["plans", "rules"], queryFn: () => take(http.GET("/api/v1/plans/rules")) });
export const plans = queryOptions({ queryKey: ["plans"], queryFn: () => take(http.GET("/api/v1/plans")) });

export const proposal = (wish: Wish) =>
  queryOptions({
    queryKey: ["plans", "proposal", wish],
    queryFn: () => take(http.POST("/api/v1/plans/proposal", { body: wish })),
    enabled: wish.goals.length > 0,
    placeholderData: keepPreviousData,
  });

export function useKeepPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema["CollectionPlanIn"]) => take(http.POST("/api/v1/plans", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["plans"] }),
  });
}
