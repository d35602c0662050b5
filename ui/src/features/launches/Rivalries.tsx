import { Link } from "react-router";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import type { Rivalry } from "@/features/launches/queries";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const COLUMNS = ["aspect", "mine", "theirs", "difference", "side"];

/** The new product beside others: the same aspects, the same rule of who counts, each number with its interval. */
export function Rivalries({ rivalries }: { rivalries: Rivalry[] }) {
  const { t, name, language } = useI18n();
  return rivalries.map((each) => (
    <Panel key={each.rival} title={t("launch.beside", { rival: each.rival, n: formatCount(each.people, language) })}>
      <div className="table-scroll" tabIndex={0}>
        <table className="launch-table">
          <Heads names={COLUMNS.map((column) => t(`launch.${column}` as WordKey))} />
          <tbody>
            {each.aspects.map((aspect) => (
              <tr key={aspect.aspect}>
                <th scope="row">
                  <Link className="link" to={aspect.link}>
                    {name(aspect, aspect.aspect)}
                  </Link>
                </th>
                <td data-head={t("launch.mine")}>
                  <SignedFigure estimate={aspect.net} unit="ratio" reach={1} good="more" />
                </td>
                <td data-head={t("launch.theirs")}>
                  <SignedFigure estimate={aspect.rival} unit="ratio" reach={1} good="more" />
                </td>
                <td data-head={t("launch.difference")}>
                  <SignedFigure estimate={aspect.difference} unit="ratio" reach={2} good="more" />
                </td>
                <td className="launch-verdict">
                  <span className="launch-side" data-side={aspect.side}>
                    {t(`launch.side.${aspect.side}` as WordKey)}
                  </span>
                  {aspect.early && aspect.side !== "insufficient" && (
                    <span className="launch-early" title={t("launch.early.about")}>
                      {t("launch.early")}
                    </span>
                  )}
                  {aspect.needed != null && (
                    <span className="quiet num launch-needed" title={t("launch.needed.about")}>
                      {t("launch.needed", { n: formatCount(aspect.needed, language) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  ));
}
