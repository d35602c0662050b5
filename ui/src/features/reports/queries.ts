import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { FilterQuery, ReportDraft } from "@/api/types";

export const savedReports = queryOptions({
  queryKey: ["reports"],
  queryFn: () => take(http.GET("/api/v1/reports")),
});

export const savedPages = (id: number) =>
  queryOptions({
    queryKey: ["report-pages", id],
    queryFn: () => take(http.GET("/api/v1/reports/{report_id}/pages", { params: { path: { report_id: id } } })),
  });

export const previewPages = (query: FilterQuery) =>
  queryOptions({
    queryKey: ["report-preview", query],
    queryFn: ({ signal }) => take(http.GET("/api/v1/reports/preview", { params: { query }, signal })),
  });

export const news = queryOptions({
  queryKey: ["report-news"],
  queryFn: () => take(http.GET("/api/v1/reports/news")),
});

export const shares = (id: number) =>
  queryOptions({
    queryKey: ["report-shares", id],
    queryFn: () => take(http.GET("/api/v1/reports/{report_id}/shares", { params: { path: { report_id: id } } })),
  });

export function useSeen() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => take(http.POST("/api/v1/reports/news/seen")),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["report-news"] }),
  });
}

export function useSave(id: number | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportDraft) =>
      id === null
        ? take(http.POST("/api/v1/reports", { body }))
        : take(http.PUT("/api/v1/reports/{report_id}", { params: { path: { report_id: id } }, body })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["reports"] }),
  });
}

export function useSend(id: number) {
  return useMutation({
    mutationFn: () => take(http.POST("/api/v1/reports/{report_id}/send", { params: { path: { report_id: id } } })),
  });
}

export function useShare(id: number) {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ["report-shares", id] });
  const make = useMutation({
    mutationFn: (days: number) =>
      take(http.POST("/api/v1/reports/{report_id}/shares", { params: { path: { report_id: id } }, body: { days } })),
    onSuccess: again,
  });
  const close = useMutation({
    mutationFn: (share: number) =>
      take(http.DELETE("/api/v1/reports/{report_id}/shares/{share_id}", { params: { path: { report_id: id, share_id: share } } })),
    onSuccess: again,
  });
  return { make, close };
}
