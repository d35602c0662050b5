import { Heads } from "@/components/Heads";
import type { Results } from "@/features/surveys/queries";
import { formatCount, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** What the weights do to the respondents, and what they cost. */
export function WeightNote({ weighting }: { weighting: NonNullable<Results["weighting"]> }) {
  const { t, language } = useI18n();
  return (
    <div className="survey-weights">
      <p className="num">
        {t("surveys.deff", { deff: formatDecimal(weighting.design_effect, 2), n: formatCount(Math.floor(weighting.effective_n), language), largest: formatDecimal(weighting.largest, 1) })}
        {weighting.left_out > 0 && ` ${t("surveys.leftOut", { n: formatCount(weighting.left_out, language) })}`}
      </p>
      {weighting.unheard.length > 0 && <p role="alert">{t("surveys.unheard", { names: weighting.unheard.map(({ value, target }) => `${value} (${formatPercent(target)})`).join("、") })}</p>}
      <details>
        <summary>{t("surveys.margins")}</summary>
        <table className="plain-table">
          <Heads names={[t("surveys.margin"), "n", t("surveys.sample"), t("surveys.target")]} />
          <tbody>
            {weighting.categories.map((each) => (
              <tr key={`${each.by} ${each.value}`}>
                <th scope="row">{each.value}</th>
                <td className="num">{formatCount(each.count, language)}</td>
                <td className="num">{formatPercent(each.sample)}</td>
                <td className="num">{formatPercent(each.target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
