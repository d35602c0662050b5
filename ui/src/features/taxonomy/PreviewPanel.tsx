import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Polarity } from "@/components/Polarity";
import { Empty } from "@/components/states";
import type { AspectNode, Preview } from "@/features/taxonomy/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Caught({ found }: { found: Preview["shown"][number] }) {
  const letters = Array.from(found.text);
  const part = (start: number, end?: number) => letters.slice(start, end).join("");
  return (
    <li>
      <Polarity sentiment={found.sentiment} />
      <Link to={`/understand/verbatims?voice=${found.feedback_id}`}>
        {part(Math.max(0, found.start - 24), found.start)}
        <mark>{part(found.start, found.end)}</mark>
        {part(found.end, found.end + 24)}
      </Link>
    </li>
  );
}

/** What the draft would catch in the last ninety days, where that is filed today, and the customers' own words. */
export function PreviewPanel({ found, nodes }: { found: Preview; nodes: AspectNode[] }) {
  const { t, name, language } = useI18n();
  if (found.count === 0) return <Empty icon="search" title={t("taxonomy.preview.none")} about={t("taxonomy.preview.none.about")} />;
  const moved = Object.entries(found.moved);
  const titles = new Map(nodes.map((node) => [node.id, name(node)]));
  return (
    <section className="preview" aria-live="polite">
      <p className="preview-lead">
        {t("taxonomy.preview.lead", { days: found.days, customers: formatCount(found.count, language), opinions: formatCount(found.opinions, language) })}
      </p>
      <dl>
        <dt>{t("taxonomy.preview.customers")}</dt>
        <dd>
          <Figure estimate={found.customers} unit="share" max={Math.max(0.05, found.customers.high ?? 0)} showRange />
        </dd>
        <dt>{t("taxonomy.preview.negative")}</dt>
        <dd>
          <Figure estimate={found.negative} unit="share" max={1} tone="negative" showRange />
        </dd>
        {found.learned.length > 0 && (
          <>
            <dt>{t("taxonomy.learned")}</dt>
            <dd>{found.learned.join(" · ")}</dd>
          </>
        )}
        <dt>{t("taxonomy.preview.from")}</dt>
        <dd>{found.taken_from.map((one) => `${name(one)} ${formatCount(one.opinions, language)}`).join(" · ")}</dd>
        {moved.length > 0 && (
          <>
            <dt>{t("taxonomy.preview.moved")}</dt>
            <dd>{moved.map(([word, owner]) => `${word} ← ${titles.get(owner) ?? owner}`).join(" · ")}</dd>
          </>
        )}
      </dl>
      <ul>
        {found.shown.map((one) => (
          <Caught key={`${one.feedback_id}:${one.start}`} found={one} />
        ))}
      </ul>
      {found.voices < found.population && (
        <p className="quiet">{t("taxonomy.preview.sample", { voices: formatCount(found.voices, language), population: formatCount(found.population, language) })}</p>
      )}
    </section>
  );
}
