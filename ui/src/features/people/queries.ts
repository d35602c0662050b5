import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { Account, AccountChange, AccountDraft } from "@/api/types";

export const ROLES = ["viewer", "agent", "analyst", "admin"] as const;

export const accounts = queryOptions({
  queryKey: ["users"],
  queryFn: () => take(http.GET("/api/v1/users")),
});

/** Makes an account, or changes one. */
export function useKeepAccount(account: Account | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountDraft & AccountChange) =>
      account
        ? take(http.PATCH("/api/v1/users/{user_id}", { params: { path: { user_id: account.id } }, body }))
        : take(http.POST("/api/v1/users", { body })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: accounts.queryKey }),
  });
}
