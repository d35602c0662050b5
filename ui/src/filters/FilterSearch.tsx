import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";

const PAUSE_MS = 350;

/** Search in the original texts; "/" jumps here from anywhere on the page. */
export function FilterSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value || composing.current) return;
    const timer = setTimeout(() => change.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <div className="filter-search">
      <Icon name="search" size={15} />
      <input
        type="search"
        data-hotkey="search"
        value={typed}
        placeholder={t("filter.search")}
        aria-label={t("filter.search")}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          change.current(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => event.key === "Enter" && !composing.current && change.current(typed.trim())}
      />
      <kbd aria-hidden>/</kbd>
    </div>
  );
}
