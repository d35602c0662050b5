import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { http, take } from "@/api/client";
import { board } from "@/api/queries";
import type { ActionState } from "@/api/types";
import { useErrorText } from "@/components/ErrorText";
import { useI18n } from "@/i18n/i18n";

/** Moves an action at once on the page and takes it back when the server refuses. */
export function useMove() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { t } = useI18n();
  const text = useErrorText();
  const key = board.queryKey;
  return useMutation({
    mutationFn: ({ id, state }: { id: number; state: ActionState }) => 
      take(http.PATCH("/api/v1/actions/{action_id}", { params: { path: { action_id: id } }, body: { state, note: "" } })),
    onMutate: async ({ id, state }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, (now) =>
        now && { ...now, items: now.items.map((action) => (action.id === id ? { ...action, state } : action)) },
      );
      return { before };
    },
    onError: (error, _, context) => {
      queries.setQueryData(key, context?.before);
      message.error(t("action.moveFailed", { why: text(error) }));
    },
    onSettled: (_, __, { id }) => {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ["action", id] });
    },
  });
}
