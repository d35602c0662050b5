import type { Filters } from "@/filters/filters";
import { RANGES } from "@/filters/filters";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface Props {
  filters: Filters;
  onChange: (patch: { range?: string | null; from?: string | null; to?: string | null }) => void;
}

/** Named ranges first, exact Beijing days below. */
export function FilterDays({ filters, onChange }: Props) {
  const { t } = useI18n();
  const exact = Boolean(filters.from || filters.to);
  return (
    <div className="filter-panel">
      <div className="filter-options" role="radiogroup" aria-label={t("filter.time")}>
        {RANGES.map((range) => (
          <label key={range} className="filter-option">
            <input
              type="radio"
              name="range"
              checked={!exact && filters.range === range}
              onChange={() => onChange({ range, from: null, to: null })}
            />
            {t(`range.${range}` as WordKey)}
          </label>
        ))}
      </div>
      <div className="filter-days">
        {(["from", "to"] as const).map((edge) => (
          <label key={edge}>
            {t(`filter.${edge}`)}
            <input
              type="date"
              value={filters[edge] ?? ""}
              onChange={(event) => onChange({ range: null, [edge]: event.target.value || null })}
            />
          </label>
        ))}
      </div>
    </div>
  );
}
