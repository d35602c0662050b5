import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import type { Cause } from "@/features/signals/queries";
import { useDimensionName, useValueName } from "@/features/signals/words";
import { useI18n } from "@/i18n/i18n";

/** What sets these people apart from the others of the same time, each share with its interval. */
export function CauseTable({ causes }: { causes: Cause[] }) {
  const { t } = useI18n();
  const dimension = useDimensionName();
  const valueName = useValueName();
  if (causes.length === 0) return <p className="quiet">{t("signal.cause.none")}</p>;
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="signal-causes">
        <Heads names={[t("signal.cause.what"), t("signal.cause.share"), t("signal.cause.others"), t("signal.cause.explained")]} />
        <tbody>
          {causes.map((cause) => (
            <tr key={`${cause.dimension} ${cause.value}`}>
              <th scope="row">
                <span className="quiet">{dimension(cause.dimension)}</span> {valueName(cause.dimension, cause.value)}
              </th>
              <td>
                <Figure estimate={cause.share} unit="share" max={1} tone="negative" />
              </td>
              <td>
                <Figure estimate={cause.others} unit="share" max={1} />
              </td>
              <td>
                <Figure estimate={cause.explained} unit="share" max={1} tone="accent" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
