import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { meta } from "@/api/queries";
import { useI18n } from "@/i18n/i18n";

/** The reader's name of an aspect id. */
export function useAspectName(): (id: string) => string {
  const { name } = useI18n();
  const { data } = useQuery(meta);
  return useCallback(
    (id: string) => {
      const nodes = data?.taxonomies.flatMap((taxonomy) => taxonomy.nodes);
      return name(
        nodes?.find((node) => node.id === id),
        id,
      );
    },
    [data, name],
  );
}
