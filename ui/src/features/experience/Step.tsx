import { Link } from "react-router";
import type { components } from "@/api/schema";
import { Figure, useFigureText } from "@/components/Figure";
import { useEventName } from "@/features/experience/useEventName";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type FunnelStep = components["schemas"]["FunnelStepOut"];

function Change({ step }: { step: FunnelStep }) {
  const { t } = useI18n();
  const { write, range } = useFigureText();
  const { change } = step;
  if (!change || change.verdict === "insufficient" || change.value === null || change.low === null || change.high === null) return null;
  if (change.low <= 0 && change.high >= 0) return <small className="quiet">{t("kpi.noChange")}</small>;
  return (
    <small className="direction" data-tone={change.value > 0 ? "good" : "bad"}>
      {change.value > 0 ? "↑" : "↓"} {t("kpi.change", { size: write(Math.abs(change.value), "share").replace("%", t("kpi.points")) })}
      {t("figure.paren", { words: range(change, "share") })}
    </small>
  );
}

/** One step of the way: who comes, who goes on, what goes wrong, and what those it went wrong for complain of. */
export function Step({ step, most }: { step: FunnelStep; most: number }) {
  const { t, name, language } = useI18n();
  const called = useEventName();
  const { write } = useFigureText();
  return (
    <li className="funnel-step" data-worst={step.worst}>
      <div>
        <strong>{called(step.event)}</strong>
        {step.worst && <span className="funnel-worst">{t("experience.worst")}</span>}
        <div className="funnel-bar" aria-hidden>
          <span style={{ width: `${(100 * step.sessions) / most}%` }} />
        </div>
        <small className="num quiet">{t("experience.sessions", { n: formatCount(step.sessions, language), people: formatCount(step.people, language) })}</small>
      </div>
      <div>
        <h3>{t("experience.passed")}</h3>
        {step.passed ? <Figure estimate={step.passed} unit="share" max={1} tone="accent" showRange /> : <span className="quiet">{t("experience.last")}</span>}
        <Change step={step} />
      </div>
      <div>
        <h3>{t("experience.stumbles")}</h3>
        <Figure estimate={step.stumbling} unit="share" max={1} tone="negative" showRange />
        {step.stumbles.map((one) => (
          <small key={one.event} className="num quiet funnel-line">
            {called(one.event)} {one.share.value !== null && one.share.verdict === "ok" && write(one.share.value, "share")}{t("figure.paren", { words: formatCount(one.sessions, language) })}
          </small>
        ))}
      </div>
      <div>
        <h3>{t("experience.said")}</h3>
        {step.said.length === 0 && <span className="quiet">{t("experience.said.none")}</span>}
        {step.said.map((one) => (
          <Link key={one.aspect} to={one.link} className="funnel-line">
            {name(one, one.aspect)}{" "}
            <small className="num">
              {one.stumbling.value !== null && one.others.value !== null && t("experience.more", { there: write(one.stumbling.value, "share"), elsewhere: write(one.others.value, "share") })}
            </small>
          </Link>
        ))}
      </div>
    </li>
  );
}
