import { Figure } from "@/components/Figure";
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
          <thead>
            <tr>
              <th scope="col">{t("quality.source")}</th>
              <th scope="col">{t("quality.voices")}</th>
              <th scope="col">{t("quality.excluded")}</th>
              {FIELDS.map((field) => (
                <th key={field} scope="col">
                  {t(`quality.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
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
