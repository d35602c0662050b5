import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Topic = Schema["TopicOut"];
export type TopicState = Schema["TopicState"];
export type Topics = Schema["TopicsOut"];
export type Accept = Schema["TopicAcceptIn"];

export const topics = (taxonomy: string, state: TopicState) =>
  queryOptions({
    queryKey: ["topics", taxonomy, state],
    queryFn: () => take(http.GET("/api/v1/topics", { params: { query: { taxonomy, state } } })),
  });

function useAnew(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ["topics", "taxonomies", "renewal", "meta"]) void client.invalidateQueries({ queryKey: [key] });
  };
}

export function useLook(taxonomy: string) {
  const anew = useAnew();
  return useMutation({
    mutationFn: () => take(http.POST("/api/v1/topics", { params: { query: { taxonomy } } })),
    onSuccess: anew,
  });
}

export function useTopicChange(id: number) {
  const anew = useAnew();
  return useMutation({
    mutationFn: (body: Schema["TopicPatch"]) => take(http.PATCH("/api/v1/topics/{topic_id}", { params: { path: { topic_id: id } }, body })),
    onSuccess: anew,
  });
}

export function useAccept(id: number, done: () => void) {
  const anew = useAnew();
  return useMutation({
    mutationFn: (body: Accept) => take(http.POST("/api/v1/topics/{topic_id}/accept", { params: { path: { topic_id: id } }, body })),
    onSuccess: () => {
      anew();
      done();
    },
  });
}
