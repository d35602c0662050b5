import { Chart } from "@/components/Chart";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import type { Findings } from "@/features/interviews/queries";
import { formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const ROW = 34;
const FRAME = 60;

/** Who had how much of the talk at each table. */
export function Dominance({ found }: { found: Findings }) {
  const { t } = useI18n();
  return (
    <div className="dominance">
      {found.dominance.map((one) => {
        const loud = one.people.filter((person) => person.is_dominant).map((person) => person.label);
        return (
          <Panel key={one.conversation_id} title={one.title} aside={<How about="interviews.how.dominance" n={one.people.length} />}>
            <p className={loud.length > 0 ? "dominant" : "quiet"}>
              {loud.length > 0 ? t("interviews.dominant", { who: loud.join(t("audit.comma")) }) : t("interviews.notDominant")}
            </p>
            <p className="quiet num">
              {t("interviews.talk", { gini: formatDecimal(one.gini, 2), evenness: formatDecimal(one.evenness, 2), moderator: formatPercent(one.moderator) })}
            </p>
            <Chart option={one.chart} table={one.table} height={FRAME + ROW * one.people.length} label={t("interviews.talk.of", { title: one.title })} />
          </Panel>
        );
      })}
    </div>
  );
}
