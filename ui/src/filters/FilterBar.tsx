import { Popover } from "antd";
import { useEffect, useState } from "react";
import { Icon } from "@/components/Icon";
import { useIsPhone } from "@/components/useIsPhone";
import type { Window } from "@/api/types";
import { FilterDays } from "@/filters/FilterDays";
import { FilterList } from "@/filters/FilterList";
import { FilterSheet } from "@/filters/FilterSheet";
import { FilterSearch } from "@/filters/FilterSearch";
import { SavedViews } from "@/filters/SavedViews";
import { activeCount, rememberFilters, useFilters, type Filters, type ListFilter } from "@/filters/filters";
import { useFilterOptions } from "@/filters/options";
import { formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/filters/filters.css";

const SHOWN: ListFilter[] = ["channel", "product", "aspect", "sentiment", "type", "segment", "region", "source", "taxonomy", "need", "intent", "emotion"];
/** What is asked for seldom waits behind one chip, so that the bar keeps to one line. */
const SELDOM: ListFilter[] = ["source", "taxonomy", "need", "intent", "emotion"];
const MOST_ON_A_LINE = 8;

function useTimeLabel(filters: Filters, window: Window | undefined): string {
  const { t, language } = useI18n();
  const from = filters.from ?? (filters.range ? null : window?.from);
  const to = filters.to ?? (filters.range ? null : window?.to);
  if (from || to) {
    return `${from ? formatDay(from, language) : "…"} – ${to ? formatDay(to, language) : "…"}`;
  }
  return filters.range ? t(`range.${filters.range}` as WordKey) : t("filter.time");
}

function FilterChip({ filter }: { filter: ListFilter }) {
  const { t } = useI18n();
  const { filters, change } = useFilters();
  const options = useFilterOptions(filter);
  const selected = filters[filter];
  const first = options.find((option) => option.value === selected[0])?.label ?? selected[0];
  const rest = selected.length > 1 ? ` +${selected.length - 1}` : "";
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<FilterList filter={filter} selected={selected} onChange={(next) => change({ [filter]: next })} />}
    >
      <button type="button" className="chip" data-active={selected.length > 0}>
        <span>{selected.length > 0 ? `${first}${rest}` : t(`filter.${filter}`)}</span>
        <Icon name="chevron" size={12} />
      </button>
    </Popover>
  );
}

function DaysChip({ window }: { window: Window | undefined }) {
  const { filters, change } = useFilters();
  const label = useTimeLabel(filters, window);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<FilterDays filters={filters} onChange={change} />}
    >
      <button type="button" className="chip num" data-active={Boolean(filters.range || filters.from || filters.to)}>
        <Icon name="calendar" size={14} />
        <span>{label}</span>
        <Icon name="chevron" size={12} />
      </button>
    </Popover>
  );
}

interface BarProps {
  window?: Window;
  shown?: ListFilter[];
  /** The live page has no past, so it offers no days. */
  timed?: boolean;
}

/** The one filter bar: it lives in the URL, so Back, sharing and moving between pages keep it. */
export function FilterBar({ window, shown = SHOWN, timed = true }: BarProps) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const [sheet, setSheet] = useState(false);
  const [more, setMore] = useState(false);
  const { search, filters, change, clear } = useFilters();
  useEffect(() => rememberFilters(search), [search]);
  const active = activeCount(filters);
  const isLong = shown.length > MOST_ON_A_LINE && !more;
  const chips = shown.filter((filter) => !isLong || !SELDOM.includes(filter) || filters[filter].length > 0);
  if (isPhone) {
    return (
      <div className="filterbar" role="search">
        <FilterSearch value={filters.q} onChange={(q) => change({ q })} />
        <button type="button" className="chip" data-active={active > 0} onClick={() => setSheet(true)}>
          <Icon name="filter" size={15} />
          <span>{active > 0 ? t("filter.count", { n: active }) : t("filter.title")}</span>
        </button>
        {timed && <SavedViews />}
        {sheet && <FilterSheet shown={shown} timed={timed} onClose={() => setSheet(false)} />}
      </div>
    );
  }
  return (
    <div className="filterbar" role="search">
      {timed && <DaysChip window={window} />}
      {chips.map((filter) => (
        <FilterChip key={filter} filter={filter} />
      ))}
      {isLong && (
        <button type="button" className="chip" onClick={() => setMore(true)}>
          {t("filter.more")}
        </button>
      )}
      {active > 0 && (
        <button type="button" className="chip" style={{ border: 0, background: "none" }} onClick={clear}>
          {t("filter.clear")}
        </button>
      )}
      <FilterSearch value={filters.q} onChange={(q) => change({ q })} />
      {timed && <SavedViews />}
    </div>
  );
}
