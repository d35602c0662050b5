import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";

export const coverage = (query: FilterQuery) =>
  queryOptions({ queryKey: ["coverage", query], queryFn: ({ signal }) => take(http.GET("/api/v1/coverage", { params: { query }, signal })) });

export type Coverage = Awaited<ReturnType<NonNullable<ReturnType<typeof coverage>["queryFn"]>>>;
