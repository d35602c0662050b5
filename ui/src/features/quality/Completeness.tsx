import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import type { Quality } from "@/features/quality/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const FIELDS = ["text", "rating", "customer", "author", "product"] as const;

/** How complete each source's records are. */
export function Completeness({ sources }: { sources: Quality["sources"] }) {
  const { t, language } = useI18n();
  return (
    <Panel title={t("quality.completeness")} flush>
      <div className="table-scroll" tabIndex={0}>
        <table className="plain-table">
          <Heads names={[t("quality.source"), t("quality.voices"), t("quality.excluded"), ...FIELDS.map((field) => t(`quality.field.${field}`))]} />
          <tbody>
            {sources.map((source) => (
              <tr key={source.source}>
                <td>{source.source}</td>
                <td className="num">{formatCount(source.voices, language)}</td>
                <td className="num">{formatCount(source.excluded, language)}</td>
                {FIELDS.map((field) => (
                  <td key={field}>{source.filled[field] && <Figure estimate={source.filled[field]} unit="share" max={1} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
