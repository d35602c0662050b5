import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { CrisisEntryDraft } from "@/api/types";

export const crisis = (id: number) =>
  queryOptions({
    queryKey: ["crisis", id],
    queryFn: () => take(http.GET("/api/v1/crises/{signal_id}", { params: { path: { signal_id: id } } })),
    refetchInterval: 15_000,
    retry: false,
  });

/** What a room without a log would be about. */
export const signalOf = (id: number) =>
  queryOptions({
    queryKey: ["crisis", id, "signal"],
    queryFn: () => take(http.GET("/api/v1/signals/{signal_id}", { params: { path: { signal_id: id } } })),
  });

export type CrisisMove =
  | { do: "open"; owner: string }
  | { do: "owner"; owner: string }
  | { do: "statement"; statement: string }
  | { do: "write"; entry: CrisisEntryDraft }
  | { do: "done"; entry: number }
  | { do: "close"; review: string };

function send(id: number, move: CrisisMove) {
  const path = { signal_id: id };
  switch (move.do) {
    case "open":
      return take(http.POST("/api/v1/crises/{signal_id}", { params: { path }, body: { owner: move.owner, title: "" } }));
    case "owner":
      return take(http.PATCH("/api/v1/crises/{signal_id}", { params: { path }, body: { owner: move.owner } }));
    case "statement":
      return take(http.PATCH("/api/v1/crises/{signal_id}", { params: { path }, body: { statement: move.statement } }));
    case "write":
      return take(http.POST("/api/v1/crises/{signal_id}/entries", { params: { path }, body: move.entry }));
    case "done":
      return take(http.POST("/api/v1/crises/{signal_id}/tasks/{entry_id}/done", { params: { path: { ...path, entry_id: move.entry } } }));
    case "close":
      return take(http.POST("/api/v1/crises/{signal_id}/close", { params: { path }, body: { review: move.review } }));
  }
}

/** Every move answers with the room as it then stands. */
export function useCrisis(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: CrisisMove) => send(id, move),
    onSuccess: (room) => queries.setQueryData(crisis(id).queryKey, room),
  });
}
