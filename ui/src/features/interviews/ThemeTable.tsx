import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import type { Findings, Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

/** Codes by how many people they apply to, with how far the coders agree on each; a click leads to the quotes. */
export function ThemeTable({ found, study }: { found: Findings; study: Study }) {
  const { t } = useI18n();
  const agreed = new Map(found.agreement.codes.map((one) => [one.code.id, one]));
  const isGroup = study.kind === "focus_group";
  return (
    <Panel title={t("interviews.themes")} aside={<How about={isGroup ? "interviews.how.themes.group" : "interviews.how.themes"} n={study.heard} />} flush>
      <div className="table-scroll" tabIndex={0}>
        <table className="plain-table theme-table">
          <Heads names={[t("interviews.theme"), t("interviews.people"), t("interviews.inTalks"), t("interviews.share"), "κ", "α"]} />
          <tbody>
            {found.themes.map(({ code, participants, conversations, share }) => {
              const agreement = agreed.get(code.id);
              return (
                <tr key={code.id}>
                  <td>
                    <Link className="code-chip" data-colour={code.colour} to={`?view=quotes&code=${code.id}`}>
                      {code.name}
                    </Link>
                  </td>
                  <td className="num">{`${participants} / ${study.heard}`}</td>
                  <td className="num">{conversations}</td>
                  <td>
                    <Figure estimate={share} unit="share" max={1} />
                  </td>
                  <td>{agreement && <Figure estimate={agreement.kappa} unit="ratio" max={1} />}</td>
                  <td>{agreement && <Figure estimate={agreement.alpha} unit="ratio" max={1} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
