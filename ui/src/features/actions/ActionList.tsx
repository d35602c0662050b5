import { Link } from "react-router";
import type { Action } from "@/api/types";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { useAspectName } from "@/components/useAspectName";
import { formatCount, formatDay, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** The most relief for a person-week first; what has no effort yet comes after, by its relief. */
function byScore(one: Action, other: Action): number {
  const rank = ({ score }: Action) => [score?.value ?? -1, score?.relief ?? -1] as const;
  const [a, b] = [rank(one), rank(other)];
  return b[0] - a[0] || b[1] - a[1];
}

function Score({ action }: { action: Action }) {
  const { t, language } = useI18n();
  const { score } = action;
  if (!score) return <span className="quiet">{t("score.none")}</span>;
  const reach = `${formatCount(Math.round(score.reach.value ?? 0), language)} (${formatCount(Math.round(score.reach.low ?? 0), language)}–${formatCount(Math.round(score.reach.high ?? 0), language)})`;
  return (
    <>
      <strong className="num">{score.value === null ? "—" : formatDecimal(score.value)}</strong>
      <span className="quiet num block">
        {t("score.parts", { reach, impact: score.impact === null ? "—" : formatPercent(score.impact, 0), confidence: formatPercent(score.confidence, 0) })}
        {" · "}
        {score.effort === null ? t("score.noEffort") : t("score.effort", { n: formatDecimal(score.effort) })}
      </span>
    </>
  );
}

/** The board as a list, to be put in order by what each promises for its effort. */
export function ActionList({ actions }: { actions: Action[] }) {
  const { t, language } = useI18n();
  const aspectName = useAspectName();
  return (
    <Panel flush title={t("score.title")} aside={<How about="score.how" n={actions[0]?.score?.judged ?? 0} />}>
      <div className="chart-twin" tabIndex={0} role="region" aria-label={t("score.title")}>
        <table className="action-list">
          <Heads names={[t("action.title"), t("action.state"), t("score.value"), t("action.owner"), t("action.dueDate"), t("effect.title")]} />
          <tbody>
            {[...actions].sort(byScore).map((action) => (
              <tr key={action.id}>
                <td>
                  <Link to={`/act/actions/${action.id}`}>{action.title}</Link>
                  <span className="quiet block">
                    {t(`action.kind.${action.kind}`)}
                    {action.aspect && ` · ${aspectName(action.aspect)}`}
                  </span>
                </td>
                <td>
                  <span className="state" data-state={action.state}>
                    {t(`action.state.${action.state}`)}
                  </span>
                </td>
                <td>
                  <Score action={action} />
                </td>
                <td>
                  {action.owner}
                  {action.team && <span className="quiet block">{action.team}</span>}
                </td>
                <td className="num" data-overdue={action.overdue}>
                  {formatDay(action.due_date, language)}
                </td>
                <td>{action.verdict ? t(`effect.verdict.${action.verdict}`) : <span className="quiet num">{formatDay(action.expected_effect.due_date, language)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
