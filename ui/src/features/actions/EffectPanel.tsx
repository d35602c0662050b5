import type { ActionDetail } from "@/api/types";
import { useFigureText, type Unit } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { formatDateTime, formatDay } from "@/i18n/format";
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
    </Panel>
  );
}
