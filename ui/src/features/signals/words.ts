import { useQuery } from "@tanstack/react-query";
import { meta } from "@/api/queries";
import { useI18n, type WordKey } from "@/i18n/i18n";

const KNOWN = new Set(["batch", "compressor_batch", "version", "dealer", "region", "channel", "segment", "product", "built", "city", "app_version"]);

/** Dimensions come from the customers' own data; the common ones have a name, others keep theirs. */
export function useDimensionName() {
  const { t } = useI18n();
  return (dimension: string) => (KNOWN.has(dimension) ? t(`signal.dimension.${dimension}` as WordKey) : dimension);
}

/** Channels are ids in the data; every other value is what the customers' data says. */
export function useValueName() {
  const { name } = useI18n();
  const { data } = useQuery(meta);
  return (dimension: string, value: string) =>
    dimension === "channel" ? name(data?.channels.find(({ id }) => id === value), value) : value;
}
