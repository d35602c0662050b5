import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { Case, CaseChange, CaseDraft } from "@/api/types";

export type Shelf = "open" | "mine" | "late" | "resolved";

const STATES: Record<Shelf, Case["state"][]> = {
  open: ["open", "waiting"],
  mine: ["open", "waiting"],
  late: [],
  resolved: ["resolved"],
};

export const inbox = (shelf: Shelf, owner: string) =>
  queryOptions({
    queryKey: ["cases", shelf, owner],
    queryFn: () =>
      take(
        http.GET("/api/v1/cases", {
          params: { query: { state: STATES[shelf], late: shelf === "late", owner: shelf === "mine" ? owner : undefined } },
        }),
      ),
    refetchInterval: 30_000,
  });

export const oneCase = (id: number) =>
  queryOptions({
    queryKey: ["case", id],
    queryFn: () => take(http.GET("/api/v1/cases/{case_id}", { params: { path: { case_id: id } } })),
  });

export function useCaseChange(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<CaseChange>) =>
      take(http.PATCH("/api/v1/cases/{case_id}", { params: { path: { case_id: id } }, body: body as CaseChange })),
    onSuccess: (changed) => queries.setQueryData(oneCase(id).queryKey, changed),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["cases"] }),
  });
}

export function useReply(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => take(http.POST("/api/v1/cases/{case_id}/reply", { params: { path: { case_id: id } }, body: { text } })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: oneCase(id).queryKey });
      void queries.invalidateQueries({ queryKey: ["cases"] });
    },
  });
}

export function useOpenCase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CaseDraft) => take(http.POST("/api/v1/cases", { body })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["cases"] }),
  });
}
