import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

export type Survey = components["schemas"]["SurveyOut"];
export type SurveyState = Survey["state"];
export type Results = components["schemas"]["ResultsOut"];
export type QuestionFound = Results["questions"][number];
export type Crossing = components["schemas"]["SurveyCrossingOut"];
export type Invitee = components["schemas"]["InviteeIn"];

export const surveys = queryOptions({ queryKey: ["surveys"], queryFn: () => take(http.GET("/api/v1/surveys")) });

export const surveyOf = (id: number) =>
  queryOptions({
    queryKey: ["surveys", id],
    queryFn: () => take(http.GET("/api/v1/surveys/{survey_id}", { params: { path: { survey_id: id } } })),
  });

export const templates = queryOptions({
  queryKey: ["surveys", "templates"],
  queryFn: () => take(http.GET("/api/v1/surveys/templates")),
  staleTime: Infinity,
});

export const resultsOf = (id: number, weights: string[] = [], margins?: string) =>
  queryOptions({
    queryKey: ["surveys", id, "results", weights, margins],
    queryFn: () => take(http.GET("/api/v1/surveys/{survey_id}/results", { params: { path: { survey_id: id }, query: { weight_by: weights, margins } } })),
    placeholderData: keepPreviousData,
  });

export const crossingOf = (id: number, by: string) =>
  queryOptions({
    queryKey: ["surveys", id, "crossing", by],
    queryFn: () => take(http.GET("/api/v1/surveys/{survey_id}/crossing", { params: { path: { survey_id: id }, query: { by } } })),
  });

/** What the open answers are about; every day that the survey may have run. */
export const aspectsOf = (source: string) =>
  queryOptions({
    queryKey: ["surveys", "aspects", source],
    queryFn: () => take(http.GET("/api/v1/facts", { params: { query: { source: [source], from: "2000-01-01", to: "2100-01-01", level: "2", sort: "customers" } } })),
  });

export function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (definition: Record<string, unknown>) => take(http.POST("/api/v1/surveys", { body: { definition, anonymous: false, recontact_days: 30 } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys"] }),
  });
}

interface Change {
  id: number;
  state?: SurveyState;
  definition?: Record<string, unknown>;
  anonymous?: boolean;
  recontact_days?: number;
  quota?: number;
}

export function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Change) => take(http.PATCH("/api/v1/surveys/{survey_id}", { params: { path: { survey_id: id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys"] }),
  });
}

export function useInvite(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components["schemas"]["InvitationsIn"]) =>
      take(http.POST("/api/v1/surveys/{survey_id}/invitations", { params: { path: { survey_id: id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["surveys", id] }),
  });
}
