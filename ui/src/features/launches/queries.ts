import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Report = Schema["LaunchReportOut"];
export type Rivalry = Report["rivalries"][number];
export type Suggestion = Schema["SuggestionOut"];

export const launches = queryOptions({
  queryKey: ["launches"],
  queryFn: () => take(http.GET("/api/v1/launches")),
});

/** A watched event moves on by the minute; a past hour stays as it was. */
export const launch = (id: number, hours: number | null) =>
  queryOptions({
    queryKey: ["launches", id, hours],
    queryFn: () => take(http.GET("/api/v1/launches/{event_id}", { params: { path: { event_id: id }, query: { hours: hours ?? undefined } } })),
    refetchInterval: hours === null ? 30_000 : false,
  });
