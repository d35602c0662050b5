import type { components } from "@/api/schema";
import type { Dated, Named } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { useEventName } from "@/features/experience/useEventName";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Split = components["schemas"]["SplitOut"];

interface Props {
  splits: Split[];
  property: string | null;
  dated: Partial<Dated>;
  how: Named;
}

/** The worst step by the values of a property: which release, which device stumbles. */
export function Splits({ splits, property, dated, how }: Props) {
  const { t, language } = useI18n();
  const called = useEventName();
  return (
    <Panel flush title={t("experience.splits", { step: called(splits[0]?.step ?? ""), property: property ?? "" })} aside={<How about={how} dated={dated} />}>
      <div className="table-scroll" tabIndex={0}>
        <table className="plain-table">
          <Heads names={[property, t("experience.count"), t("experience.passed"), t("experience.difference"), t("experience.verdict")]} />
          <tbody>
            {splits.map((split) => (
              <tr key={split.value}>
                <th scope="row">{split.value}</th>
                <td className="num">{formatCount(split.sessions, language)}</td>
                <td>
                  <Figure estimate={split.passed} unit="share" max={1} tone="accent" showRange />
                </td>
                <td>
                  <SignedFigure estimate={split.difference} unit="share" reach={1} good="more" />
                </td>
                <td>{t(!split.unusual ? "experience.alike" : (split.difference.value ?? 0) < 0 ? "compare.worse" : "compare.better")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
