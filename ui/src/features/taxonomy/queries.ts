import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Summary = Schema["TaxonomySummaryOut"];
export type Detail = Schema["TaxonomyDetailOut"];
export type AspectNode = Schema["AspectNodeOut"];
export type Draft = Schema["AspectIn"];
export type Example = Schema["AspectExampleIn"];
export type Preview = Schema["AspectPreviewOut"];
export type Version = Schema["TaxonomyVersionOut"];

export const taxonomies = queryOptions({
  queryKey: ["taxonomies"],
  queryFn: () => take(http.GET("/api/v1/taxonomies")),
});

export const taxonomy = (name: string) =>
  queryOptions({
    queryKey: ["taxonomies", name],
    queryFn: () => take(http.GET("/api/v1/taxonomies/{name}", { params: { path: { name } } })),
  });

export const versions = (name: string) =>
  queryOptions({
    queryKey: ["taxonomies", name, "versions"],
    queryFn: () => take(http.GET("/api/v1/taxonomies/{name}/versions", { params: { path: { name } } })),
  });

/** Asked often while history is being read anew, rarely otherwise. */
export const renewal = queryOptions({
  queryKey: ["renewal"],
  queryFn: () => take(http.GET("/api/v1/renewal")),
  refetchInterval: ({ state }) => (state.data && state.data.state !== "current" ? 1_000 : 15_000),
});

/** Every edit changes the tree, its history, and what all pages are about to show. */
export function useEdited(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ["taxonomies", "renewal", "meta"]) void client.invalidateQueries({ queryKey: [key] });
  };
}

export function usePreview(name: string, aspect: string | null) {
  return useMutation({
    mutationFn: (draft: Draft) => take(http.POST("/api/v1/taxonomies/{name}/preview", { params: { path: { name } }, body: { aspect, draft, days: 90 } })),
  });
}

export function useSave(name: string, aspect: string | null, saved: () => void) {
  const edited = useEdited();
  return useMutation({
    mutationFn: ({ zh, en, more, seeds, examples, ...rest }: Draft) =>
      aspect === null
        ? take(http.POST("/api/v1/taxonomies/{name}/aspects", { params: { path: { name } }, body: { zh, en, more, seeds, examples, ...rest } }))
        : take(http.PATCH("/api/v1/taxonomies/{name}/aspects/{aspect}", { params: { path: { name, aspect } }, body: { zh, en: en || zh, more, seeds, examples } })),
    onSuccess: () => {
      edited();
      saved();
    },
  });
}

export function useRetire(name: string, aspect: string, retired: () => void) {
  const edited = useEdited();
  return useMutation({
    mutationFn: () => take(http.DELETE("/api/v1/taxonomies/{name}/aspects/{aspect}", { params: { path: { name, aspect } } })),
    onSuccess: () => {
      edited();
      retired();
    },
  });
}
