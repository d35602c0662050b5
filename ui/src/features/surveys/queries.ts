import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";

export const surveys = queryOptions({ queryKey: ["surveys"], queryFn: () => take(http.GET("/api/v1/surveys")) });

export const templates = queryOptions({
  queryKey: ["surveys", "templates"],
  queryFn: () => take(http.GET("/api/v1/surveys/templates")),
  staleTime: Infinity,
});

export function resultsOf(id: number) {
  const path = { survey_id: id };
  return queryOptions({
    queryKey: ["surveys", id, "results"],
    queryFn: () => take(http.GET("/api/v1/surveys/{survey_id}/results", { params: { path } })),
  });
}

export function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (definition: Record<string, unknown>) =>
      take(http.POST("/api/v1/surveys", { body: { definition, anonymous: false, recontact_days: 30 } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys"] }),
  });
}

export function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: number; state?: SurveyState; definition?: Record<string, unknown> }) =>
      take(http.PATCH("/api/v1/surveys/{survey_id}", { params: { path: { survey_id: id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys"] }),
  });
}

export type SurveyTemplate = Awaited<ReturnType<NonNullable<typeof templates.queryFn>>>[number];
export type Survey = Awaited<ReturnType<NonNullable<typeof surveys.queryFn>>>[number];
export type SurveyState = Survey["state"];
export type Results = Awaited<ReturnType<NonNullable<ReturnType<typeof resultsOf>["queryFn"]>>>;
