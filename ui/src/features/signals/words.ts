import { useI18n, type WordKey } from "@/i18n/i18n";

const KNOWN = new Set(["batch", "compressor_batch", "version", "dealer", "region", "channel", "segment", "product", "built", "city"]);

/** Dimensions come from the customers' own data; the common ones have a name, others keep theirs. */
export function useDimensionName() {
  const { t } = useI18n();
  return (dimension: string) => (KNOWN.has(dimension) ? t(`signal.dimension.${dimension}` as WordKey) : dimension);
}
