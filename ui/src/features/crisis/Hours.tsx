import type { Crisis } from "@/api/types";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** People an hour over two days, as bars with a name each; the table twin is the title of every bar. */
export function Hours({ hours }: { hours: Crisis["reading"]["hours"] }) {
  const { t, language } = useI18n();
  if (hours.length === 0) return <p className="quiet">{t("crisis.quiet")}</p>;
  const most = Math.max(...hours.map(({ people }) => people));
  return (
    <figure className="crisis-chart">
      <figcaption className="quiet num">
        <span>{t("crisis.hours")}</span>
        <span>{t("crisis.most", { n: most })}</span>
      </figcaption>
      <ol className="crisis-hours" aria-label={t("crisis.hours")}>
        {hours.map(({ hour, people }) => {
          const words = `${formatDateTime(hour, language)}：${t("crisis.hour", { n: people })}`;
          return <li key={hour} title={words} aria-label={words} style={{ height: people ? `${Math.max(6, (100 * people) / most)}%` : 0 }} />;
        })}
      </ol>
      <p className="crisis-axis quiet num" aria-hidden>
        <span>{formatDateTime(hours[0]!.hour, language)}</span>
        <span>{formatDateTime(hours[hours.length - 1]!.hour, language)}</span>
      </p>
    </figure>
  );
}
