import type { Link } from "@/features/customers/queries";
import { formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

/** Why two accounts are thought to be one person: each finding in bits, adding up to the score. */
export function Waterfall({ link }: { link: Link }) {
  const { t, find } = useI18n();
  const most = Math.max(1, ...link.explanation.map(({ weight }) => Math.abs(weight)));
  return (
    <div className="waterfall">
      <table>
        <caption>
          {t(`how.${link.how}` as WordKey)} · {t("customers.probability", { p: formatPercent(link.probability) })}
        </caption>
        <tbody>
          {link.explanation.map((step) => (
            <tr key={step.field}>
              <th scope="row">{find(`handle.${step.field}`) ?? step.field}</th>
              <td>{find(`finding.${step.finding.replace(/\W+/g, "_")}`) ?? step.finding}</td>
              <td className="bits" aria-hidden>
                <i data-sign={step.weight < 0 ? "minus" : "plus"} style={{ width: `${(Math.abs(step.weight) / most) * 48}%` }} />
              </td>
              <td className="num">{`${step.weight < 0 ? "−" : "+"}${formatDecimal(Math.abs(step.weight))}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
