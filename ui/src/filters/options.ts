import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { meta } from "@/api/queries";
import type { Meta } from "@/api/types";
import type { ListFilter } from "@/filters/filters";
import { useI18n, type I18nNamer } from "@/i18n/i18n";

export interface Option {
  value: string;
  label: string;
  depth: number;
}

const plain = (value: string): Option => ({ value, label: value, depth: 0 });

function aspectOptions(from: Meta, name: I18nNamer): Option[] {
  return from.taxonomies.flatMap((taxonomy) =>
    taxonomy.nodes.map((node) => ({ value: node.id, label: name(node, node.id), depth: Math.max(0, node.level - 1) })),
  );
}

function build(from: Meta | undefined, key: ListFilter, name: I18nNamer, words: (id: string) => string): Option[] {
  if (key === "sentiment") return ["-1", "0", "1"].map((value) => ({ value, label: words(value), depth: 0 }));
  if (!from) return [];
  if (key === "channel") return from.channels.map((item) => ({ value: item.id, label: name(item, item.id), depth: 0 }));
  if (key === "type") return from.types.map((item) => ({ value: item.id, label: name(item, item.id), depth: 0 }));
  if (key === "aspect") return aspectOptions(from, name);
  if (key === "taxonomy") return from.taxonomies.map((item) => ({ value: item.name, label: name(item, item.name), depth: 0 }));
  if (key === "source") return from.sources.map((item) => plain(item.name));
  const lists = { product: from.products, segment: from.segments, region: from.regions };
  return lists[key].map(plain);
}

/** What one filter offers, named in the reader's language. */
export function useFilterOptions(key: ListFilter): Option[] {
  const { t, name } = useI18n();
  const { data } = useQuery(meta);
  return useMemo(
    () =>
      build(data, key, name, (id) => t(id === "-1" ? "polarity.negative" : id === "1" ? "polarity.positive" : "polarity.neutral")),
    [data, key, name, t],
  );
}
