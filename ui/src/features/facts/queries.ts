import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";

/** What an issue goes along with: ratings, NPS, buying again. */
export const impact = (aspect: string, query: FilterQuery) =>
  queryOptions({
    queryKey: ["impact", aspect, query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/facts/{aspect}/impact", { params: { path: { aspect }, query }, signal })),
    retry: false,
  });
