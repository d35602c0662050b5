import { Select } from "antd";
import type { components } from "@/api/schema";
import { useParam } from "@/filters/useParam";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export const DIMENSIONS = ["product", "segment", "region", "channel", "source"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
type Compared = components["schemas"]["ComparedOut"];
const MOST = 6;

/** What is compared with what; the address keeps the choice. */
export function SidePicker({ by, shown, choices }: { by: Dimension; shown: Compared[]; choices: Compared[] }) {
  const { t, name, language } = useI18n();
  const { set } = useParam();
  return (
    <>
      <label>
        {t("compare.by")}
        <Select
          value={by}
          options={DIMENSIONS.map((value) => ({ value, label: t(`explore.${value}`) }))}
          onChange={(value) => {
            set("side", null);
            set("by", value);
          }}
        />
      </label>
      <label className="compare-sides">
        {t("compare.sides")}
        <Select
          mode="multiple"
          maxCount={MOST}
          value={shown.map(({ id }) => id)}
          options={choices.map((one) => ({ value: one.id, label: `${name(one, one.id)}${t("figure.paren", { words: formatCount(one.customers, language) })}` }))}
          onChange={(values: string[]) => set("side", values)}
        />
      </label>
    </>
  );
}
