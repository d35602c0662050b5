import { Button, Drawer } from "antd";
import { FilterDays } from "@/filters/FilterDays";
import { FilterList } from "@/filters/FilterList";
import { activeCount, useFilters, type ListFilter } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";

interface Props {
  shown: ListFilter[];
  timed: boolean;
  onClose: () => void;
}

function Section({ filter }: { filter: ListFilter }) {
  const { t } = useI18n();
  const { filters, change } = useFilters();
  const selected = filters[filter];
  return (
    <details open={selected.length > 0}>
      <summary>
        {t(`filter.${filter}`)}
        {selected.length > 0 && <span className="num">{selected.length}</span>}
      </summary>
      <FilterList filter={filter} selected={selected} onChange={(next) => change({ [filter]: next })} />
    </details>
  );
}

/** The filter bar on a phone: one sheet from below, sections folded until wanted. */
export function FilterSheet({ shown, timed, onClose }: Props) {
  const { t } = useI18n();
  const { filters, change, clear } = useFilters();
  const footer = (
    <div className="filter-sheet-foot">
      <Button size="large" disabled={activeCount(filters) === 0} onClick={clear}>
        {t("filter.clear")}
      </Button>
      <Button size="large" type="primary" onClick={onClose}>
        {t("filter.done")}
      </Button>
    </div>
  );
  return (
    <Drawer open placement="bottom" size="82dvh" title={t("filter.title")} onClose={onClose} footer={footer}>
      <div className="filter-sheet">
        {timed && (
          <details open>
            <summary>{t("filter.time")}</summary>
            <FilterDays filters={filters} onChange={change} />
          </details>
        )}
        {shown.map((filter) => (
          <Section key={filter} filter={filter} />
        ))}
      </div>
    </Drawer>
  );
}
