import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { meta } from "@/api/queries";
import type { FilterQuery, Window } from "@/api/types";
import { useI18n } from "@/i18n/i18n";

/** The filters every understand page shares; the URL is their only home. */
export const LISTS = ["channel", "product", "aspect", "sentiment", "type", "segment", "region", "source", "taxonomy", "need", "intent", "emotion"] as const;
export type ListFilter = (typeof LISTS)[number];
export const RANGES = ["7d", "30d", "90d", "365d", "all"] as const;
export type RangeName = (typeof RANGES)[number];

export interface Filters extends Record<ListFilter, string[]> {
  range: RangeName | null;
  from: string | null;
  to: string | null;
  q: string;
}

const KEYS = ["range", "from", "to", "q", ...LISTS] as const;
const MEMORY = "huiyin.filters";

export function readFilters(search: URLSearchParams): Filters {
  const lists = Object.fromEntries(LISTS.map((key) => [key, search.getAll(key)])) as Record<ListFilter, string[]>;
  const range = search.get("range");
  return {
    ...lists,
    range: RANGES.find((name) => name === range) ?? null,
    from: search.get("from"),
    to: search.get("to"),
    q: search.get("q") ?? "",
  };
}

/** What the API is asked: a named range counts back from the newest voice, in Beijing days. */
export function apiFilters(filters: Filters, extent: Window | null | undefined): FilterQuery {
  const { channel, product, aspect, type, segment, region, source, taxonomy, need, intent, emotion, q } = filters;
  const lists = { channel, product, aspect, type, segment, region, source, taxonomy, need, intent, emotion };
  const given = Object.entries(lists).filter(([, list]) => list.length > 0);
  return {
    ...Object.fromEntries(given),
    ...(filters.sentiment.length > 0 && { sentiment: filters.sentiment.map(Number) }),
    ...(q && { q }),
    ...days(filters, extent),
  };
}

function days(filters: Filters, extent: Window | null | undefined): { from?: string; to?: string } {
  const { from, to, range } = filters;
  if (from || to) return { ...(from && { from }), ...(to && { to }) };
  if (!range || !extent) return {};
  return range === "all" ? extent : { from: dayBefore(extent.to, Number.parseInt(range, 10) - 1), to: extent.to };
}

function dayBefore(day: string, count: number): string {
  const shifted = new Date(`${day}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() - count);
  return shifted.toISOString().slice(0, 10);
}

/** Only the filter part of a query string, to carry to another page. */
export function filterSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of KEYS) search.getAll(key).forEach((value) => kept.append(key, value));
  return kept.toString();
}

export function rememberFilters(search: URLSearchParams): void {
  sessionStorage.setItem(MEMORY, filterSearch(search));
}

export function rememberedFilters(): string {
  return sessionStorage.getItem(MEMORY) ?? "";
}

/** A link to a page with these filters and a few of them changed. */
export function filteredLink(path: string, search: URLSearchParams, change: Partial<Record<string, string | null>> = {}): string {
  const next = new URLSearchParams(filterSearch(search));
  for (const [key, value] of Object.entries(change)) {
    next.delete(key);
    if (value) next.set(key, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

export function activeCount(filters: Filters): number {
  const lists = LISTS.filter((key) => filters[key].length > 0).length;
  return lists + (filters.q ? 1 : 0) + (filters.range || filters.from || filters.to ? 1 : 0);
}

export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const { language } = useI18n();
  const { data: known } = useQuery(meta);
  const query = useMemo<FilterQuery>(
    () => ({ ...apiFilters(filters, known?.extent), lang: language }),
    [filters, known?.extent, language],
  );
  const change = useCallback(
    (patch: Partial<Record<(typeof KEYS)[number], string | string[] | null>>) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(patch)) {
          next.delete(key);
          if (Array.isArray(value)) value.forEach((item) => next.append(key, item));
          else if (value) next.set(key, value);
        }
        return next;
      }),
    [setSearch],
  );
  const clear = useCallback(
    () => change(Object.fromEntries(KEYS.map((key) => [key, null]))),
    [change],
  );
  const linkTo = useCallback(
    (path: string, patch?: Partial<Record<string, string | null>>) => filteredLink(path, search, patch),
    [search],
  );
  return { search, filters, query, change, clear, linkTo };
}
