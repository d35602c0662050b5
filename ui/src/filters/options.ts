import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { meta } from "@/api/queries";
import type { Meta } from "@/api/types";
import type { ListFilter } from "@/filters/filters";
import { useI18n, type I18nNamer, type WordKey } from "@/i18n/i18n";

export interface Option {
  value: string;
  label: string;
  depth: number;
}

const POLARITIES: [string, WordKey][] = [
  ["-1", "polarity.negative"],
  ["0", "polarity.neutral"],
  ["1", "polarity.positive"],
];
const NEEDS = ["need", "expectation", "pain_point", "motive", "workaround", "effort"];
const INTENTS = ["churn_intent", "purchase_intent", "recommend_repurchase", "advice"];
const EMOTIONS = ["anger", "disappointment", "worry", "delight", "satisfaction"];

const plain = (value: string): Option => ({ value, label: value, depth: 0 });

function aspectOptions(from: Meta, name: I18nNamer): Option[] {
  return from.taxonomies.flatMap((taxonomy) =>
    taxonomy.nodes.map((node) => ({ value: node.id, label: name(node, node.id), depth: Math.max(0, node.level - 1) })),
  );
}

function build(from: Meta | undefined, key: ListFilter, name: I18nNamer, words: (key: WordKey) => string): Option[] {
  if (key === "sentiment") return POLARITIES.map(([value, key]) => ({ value, label: words(key), depth: 0 }));
  if (key === "need") return NEEDS.map((value) => ({ value, label: words(`need.${value}` as WordKey), depth: 0 }));
  if (key === "emotion") return EMOTIONS.map((value) => ({ value, label: words(`emotion.${value}` as WordKey), depth: 0 }));
  if (key === "intent") return INTENTS.map((value) => ({ value, label: words(`intent.${value}` as WordKey), depth: 0 }));
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
    () => build(data, key, name, t),
    [data, key, name, t],
  );
}
