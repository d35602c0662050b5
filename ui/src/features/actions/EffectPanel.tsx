import type { ActionDetail, EffectPlan } from "@/api/types";
import { Chart } from "@/components/Chart";
import { useFigureText, type Unit } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { formatDateTime, formatDay, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** Did it work? The server's verdict on the promise, with the size of the change and why it says so. */
export function EffectPanel({ action }: { action: ActionDetail }) {
  const { t, language } = useI18n();
  const { write, words } = useFigureText();
  const { effect, expected_effect: promise } = action;
  if (!effect) {
    return (
      <Panel title={t("effect.title")}>
        <p className="quiet">{t("effect.waiting", { day: formatDay(promise.due_date, language) })}</p>
        {action.evidence.plan && <PlanFigures plan={action.evidence.plan} />}
      </Panel>
    );
  }
  const unit: Unit = promise.unit === "customers" ? "score" : "share";
  return (
    <Panel title={t("effect.title")} aside={<span className="num">{formatDateTime(effect.judged_at, language)}</span>}>
      <p className="effect-verdict" data-verdict={effect.verdict}>
        {t(`effect.verdict.${effect.verdict}`)}
      </p>
      <p>{t(`effect.reason.${effect.reason}`)}</p>
      {effect.change.value !== null && (
        <p className="num quiet">{t("effect.change", { size: write(effect.change.value, unit), range: words(effect.change, unit) })}</p>
      )}
      {effect.weeks.length > 0 && (
        <Chart option={effect.chart} table={effect.table} label={t("effect.title")} height={240} />
      )}
      {effect.placebos.length > 0 && (
        <p className="quiet num">
          {t("effect.placebos", { n: effect.placebos.length, found: effect.placebos.filter(({ found }) => found).length })} <How about="effect.how" n={effect.change.n} />
        </p>
      )}
    </Panel>
  );
}

/** What was said, when the action was opened, about how long it must be waited for. */
function PlanFigures({ plan }: { plan: EffectPlan }) {
  const { t } = useI18n();
  return (
    <p className="quiet num">
      {plan.weeks === null
        ? t("plan.frozen.never", { power: formatPercent(plan.power, 0) })
        : t("plan.frozen", { weeks: plan.weeks, customers: plan.customers ?? 0, power: formatPercent(plan.power, 0) })}
    </p>
  );
}
