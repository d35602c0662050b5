import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import { beijingDay } from "@/i18n/format";

type Schema = components["schemas"];

export type Portrait = Schema["PortraitOut"];
export type Account = Portrait["accounts"][number];
export type Link = Portrait["links"][number];
export type Moment = Portrait["timeline"][number];
export type Watch = Schema["WatchOut"];
export type Question = Schema["QueueOut"]["items"][number];
export type BuyingPower = Schema["BuyingPowerOut"];
export type ChurnPage = Schema["ChurnOut"];
export type Assessment = NonNullable<ChurnPage["assessment"]>;
export type ChurnRisk = ChurnPage["items"][number];
export type Segments = Schema["SegmentsOut"];
export type CustomerCrossing = Schema["CrossingOut"];
export type CrossSide = Schema["CrossSide"];
export type HelpSeekers = Schema["HelpSeekersOut"];

/** A season is too short for what people buy. */
const lastYear = () => ({ from: beijingDay(-364) });

export const search = (q: string) =>
  queryOptions({
    queryKey: ["customers", "search", q],
    queryFn: ({ signal }) => take(http.GET("/api/v1/customers", { params: { query: { q } }, signal })),
  });

export const portrait = (person: number) =>
  queryOptions({
    queryKey: ["customers", "person", person],
    queryFn: () => take(http.GET("/api/v1/customers/{person}", { params: { path: { person } } })),
  });

export const attention = queryOptions({
  queryKey: ["customers", "attention"],
  queryFn: () => take(http.GET("/api/v1/customers/attention")),
  // Risks and classes stand some seconds after a server has started.
  refetchInterval: 60_000,
});

export const review = queryOptions({
  queryKey: ["customers", "review"],
  queryFn: () => take(http.GET("/api/v1/customers/review")),
});

export const churn = queryOptions({
  queryKey: ["customers", "churn"],
  queryFn: () => take(http.GET("/api/v1/customers/churn")),
  // A server that has just started computes it in the background; the page fills by itself.
  refetchInterval: ({ state }) => (state.data && !state.data.fitted_at ? 5_000 : false),
});

export const segments = queryOptions({
  queryKey: ["customers", "segments"],
  queryFn: () => take(http.GET("/api/v1/customers/segments")),
  refetchInterval: ({ state }) => (state.data && !state.data.made_at ? 5_000 : false),
});

export const crossWindow = lastYear;

export const crossing = (row: CrossSide, column: CrossSide) =>
  queryOptions({
    queryKey: ["customers", "cross", row, column],
    queryFn: ({ signal }) => take(http.GET("/api/v1/customers/cross", { params: { query: { ...lastYear(), row, column } }, signal })),
    enabled: row !== column,
  });

export const buyingPower = queryOptions({
  queryKey: ["customers", "buying-power"],
  queryFn: () => take(http.GET("/api/v1/customers/reports/buying-power", { params: { query: lastYear() } })),
});

export const helpSeekers = queryOptions({
  queryKey: ["customers", "help-seekers"],
  queryFn: () => take(http.GET("/api/v1/customers/reports/help-seekers", { params: { query: lastYear() } })),
});
