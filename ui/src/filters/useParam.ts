import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** What a page is asked besides the filters lives in the address too. */
export function useParam() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (key: string, value: string | string[] | null) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.delete(key);
        if (Array.isArray(value)) value.forEach((each) => next.append(key, each));
        else if (value !== null) next.set(key, value);
        return next;
      }),
    [setSearch],
  );
  const one = <T extends string>(key: string, known: readonly T[], otherwise: T): T => known.find((each) => each === search.get(key)) ?? otherwise;
  return { search, set, one };
}
