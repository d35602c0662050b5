import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { SkeletonRows } from "@/components/states";
import { aspectsOf } from "@/features/surveys/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const MOST = 10;

/** What the open answers speak of, found by the text engine; each leads to its words. */
export function OpenAspects({ source }: { source: string }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(aspectsOf(source));
  if (!data) return <SkeletonRows rows={3} />;
  if (data.facts.length === 0) return <p className="quiet">{t("surveys.aspects.none")}</p>;
  const max = Math.max(0.05, ...data.facts.map(({ customers }) => customers.high ?? 0));
  const words = (aspect: string) => `/understand/verbatims?source=${encodeURIComponent(source)}&aspect=${encodeURIComponent(aspect)}&range=all`;
  return (
    <ul className="survey-options survey-aspects">
      {data.facts.slice(0, MOST).map((fact) => (
        <li key={fact.aspect}>
          <Link className="link" to={words(fact.aspect)}>
            {name(fact, fact.aspect)}
          </Link>
          <span className="num">{t("unit.people", { n: formatCount(fact.customers.count, language) })}</span>
          <Figure estimate={fact.customers} unit="share" max={max} tone="accent" showRange />
          <Link className="quiet" to={`${words(fact.aspect)}&sentiment=-1`}>
            {t("surveys.aspects.negative")} <Figure estimate={fact.share_negative} unit="share" max={1} tone="negative" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
