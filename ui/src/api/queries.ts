import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { FactsQuery, FilterQuery } from "@/api/types";

const LOOK_AGAIN_MS = 4_000;

/** Reads that more than one page needs; a page's own reads live in its folder. */

export const authState = queryOptions({
  queryKey: ["auth"],
  queryFn: () => take(http.GET("/api/v1/auth/state")),
  staleTime: 60_000,
});

export const meta = queryOptions({
  queryKey: ["meta"],
  queryFn: () => take(http.GET("/api/v1/meta")),
  staleTime: 60_000,
});

export const overview = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["overview", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/overview", { params: { query }, signal })),
  });

export const facts = (query: FactsQuery) =>
  queryOptions({
    queryKey: ["facts", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/facts", { params: { query }, signal })),
    // What was imported a moment ago is still being read: an empty table looks again by itself.
    refetchInterval: ({ state }) => (state.data?.facts.length === 0 ? LOOK_AGAIN_MS : false),
  });

export const fact = (aspect: string, query: FilterQuery) =>
  queryOptions({
    queryKey: ["fact", aspect, query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/facts/{aspect}", { params: { path: { aspect }, query }, signal })),
  });

export const voice = (id: number) =>
  queryOptions({
    queryKey: ["voice", id],
    queryFn: () => take(http.GET("/api/v1/feedback/{feedback_id}", { params: { path: { feedback_id: id } } })),
  });

export const notices = queryOptions({
  queryKey: ["notices"],
  queryFn: () => take(http.GET("/api/v1/notices")),
  refetchInterval: 60_000,
});

export const board = queryOptions({
  queryKey: ["actions"],
  queryFn: () => take(http.GET("/api/v1/actions")),
});

export const imports = queryOptions({
  queryKey: ["imports"],
  queryFn: () => take(http.GET("/api/v1/imports")),
});
