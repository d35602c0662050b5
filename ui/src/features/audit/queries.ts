import { queryOptions } from "@tanstack/react-query";
import { http, take } from "@/api/client";

export const audits = queryOptions({
  queryKey: ["audits"],
  queryFn: () => take(http.GET("/api/v1/audits")),
});

export const report = (audit: number) =>
  queryOptions({
    queryKey: ["audits", audit],
    queryFn: () => take(http.GET("/api/v1/audits/{audit_id}", { params: { path: { audit_id: audit } } })),
  });

export const nextCard = (audit: number) =>
  queryOptions({
    queryKey: ["audits", audit, "next"],
    queryFn: () => take(http.GET("/api/v1/audits/{audit_id}/next", { params: { path: { audit_id: audit } } })),
    staleTime: Infinity,
  });

export const languageModel = queryOptions({
  queryKey: ["suggestions", "model"],
  queryFn: () => take(http.GET("/api/v1/language-model")),
});

export const suggestions = queryOptions({
  queryKey: ["suggestions", "open"],
  queryFn: () => take(http.GET("/api/v1/suggestions")),
});
