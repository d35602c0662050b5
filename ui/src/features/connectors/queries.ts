import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Connector = Schema["ConnectorOut"];
export type ConnectorDraft = Schema["ConnectorIn"];
export type ConnectorKind = Schema["ConnectorKindOut"];
export type DeadLetter = Schema["DeadLetterOut"];

const REFRESH_MS = 10_000;

export const connectors = queryOptions({
  queryKey: ["connectors"],
  queryFn: () => take(http.GET("/api/v1/connectors")),
  refetchInterval: REFRESH_MS,
});

export const kinds = queryOptions({
  queryKey: ["connector-kinds"],
  queryFn: () => take(http.GET("/api/v1/connector-kinds")),
  staleTime: 600_000,
});

export const deadLetters = (connector: number) =>
  queryOptions({
    queryKey: ["dead-letters", connector],
    queryFn: () => take(http.GET("/api/v1/dead-letters", { params: { query: { connector } } })),
  });
