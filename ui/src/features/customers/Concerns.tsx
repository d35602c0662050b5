import { Link } from "react-router";
import type { Portrait } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";

/** What this person speaks of, and how they sounded month by month; counts of voices, for one person is no sample. */
export function Concerns({ data }: { data: Portrait }) {
  const { t, name } = useI18n();
  const most = Math.max(1, ...data.months.map(({ voices }) => voices));
  if (data.concerns.length === 0) return <p className="quiet">{t("customers.silent")}</p>;
  return (
    <>
      <ol className="months" aria-label={t("customers.months")}>
        {data.months.map((month) => (
          <li key={month.month} title={t("customers.month", { month: month.month, n: month.voices, bad: month.negative, good: month.positive })}>
            <span className="month-bar" style={{ height: `${(month.voices / most) * 44}px` }}>
              <i data-tone="negative" style={{ flexGrow: month.negative }} />
              <i data-tone="neutral" style={{ flexGrow: month.voices - month.negative - month.positive }} />
              <i data-tone="positive" style={{ flexGrow: month.positive }} />
            </span>
            <span className="quiet num">{month.month.slice(2)}</span>
          </li>
        ))}
      </ol>
      <ul className="concerns">
        {data.concerns.map((each) => (
          <li key={each.aspect}>
            <Link className="link" to={`/understand/facts/${each.aspect}`}>
              {name(each, each.aspect)}
            </Link>
            <span className="quiet num">{t("customers.concern", { n: each.voices, bad: each.negative })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
