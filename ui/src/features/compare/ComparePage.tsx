import { Segmented } from "antd";
import { PageHead } from "@/components/Page";
import { Importance } from "@/features/compare/Importance";
import { Reputation } from "@/features/compare/Reputation";
import { SideBySide } from "@/features/compare/SideBySide";
import { StrengthMatrix } from "@/features/compare/StrengthMatrix";
import { useParam } from "@/filters/useParam";
import { useI18n } from "@/i18n/i18n";
import "@/features/compare/compare.css";

const TABS = ["sides", "strengths", "importance", "reputation"] as const;
const VIEWS = { sides: SideBySide, strengths: StrengthMatrix, importance: Importance, reputation: Reputation };

/** 对比: where we are good, where others are better, and what of it matters; one method for every side. */
export default function ComparePage() {
  const { t } = useI18n();
  const { set, one } = useParam();
  const tab = one("tab", TABS, "sides");
  const View = VIEWS[tab];
  return (
    <>
      <PageHead title={t("nav.compare")} about={t("compare.about")}>
        <Segmented value={tab} onChange={(value) => set("tab", value)} options={TABS.map((value) => ({ value, label: t(`compare.tab.${value}`) }))} />
      </PageHead>
      <View />
    </>
  );
}
