import { useMemo, useState } from "react";
import type { ListFilter } from "@/filters/filters";
import { useFilterOptions } from "@/filters/options";
import { useI18n } from "@/i18n/i18n";

interface Props {
  filter: ListFilter;
  selected: string[];
  onChange: (selected: string[]) => void;
}

const SEARCHED_FROM = 9;

/** A searchable list of check boxes; every choice applies at once. */
export function FilterList({ filter, selected, onChange }: Props) {
  const { t } = useI18n();
  const options = useFilterOptions(filter);
  const [typed, setTyped] = useState("");
  const shown = useMemo(
    () => options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase())),
    [options, typed],
  );
  const toggle = (value: string) =>
    onChange(selected.includes(value) ? selected.filter((item) => item !== value) : [...selected, value]);
  return (
    <div className="filter-panel">
      {options.length >= SEARCHED_FROM && (
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t("filter.find")}
          aria-label={t("filter.find")}
        />
      )}
      <div className="filter-options">
        {shown.map((option) => (
          <label key={option.value} className="filter-option" style={{ paddingLeft: 8 + option.depth * 16 }}>
            <input
              type="checkbox"
              checked={selected.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            {option.label}
          </label>
        ))}
        {shown.length === 0 && <p className="quiet filter-option">{t("filter.none")}</p>}
      </div>
    </div>
  );
}
