import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { meta } from "@/api/queries";
import type { Fact } from "@/api/types";
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

/** Where an aspect hangs, with its taxonomy in front where several are in use; names repeat across taxonomies. */
export function useAspectPath(): (fact: Pick<Fact, "aspect" | "path_zh" | "path_en">) => string {
  const { language, name } = useI18n();
  const { data } = useQuery(meta);
  return useCallback(
    ({ aspect, path_zh: zh, path_en: en }) => {
      const parents = (language === "zh" ? zh : en).slice(0, -1);
      const several = new Set(data?.sources.map(({ taxonomy }) => taxonomy)).size > 1;
      const taxonomy = data?.taxonomies.find((one) => one.name === aspect.split(".")[0]);
      return [...(several ? [name(taxonomy)] : []), ...parents].filter(Boolean).join(" / ");
    },
    [data, language, name],
  );
}
