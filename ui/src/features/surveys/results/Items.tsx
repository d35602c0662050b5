import { Tooltip } from "antd";
import type { Estimate } from "@/api/types";
import { Figure, Insufficient, useFigureText } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { IntervalBar } from "@/components/IntervalBar";
import type { QuestionFound } from "@/features/surveys/queries";
import { formatCount, formatPercent } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const KANO = ["A", "O", "M", "I", "R", "Q"] as const;

export function MatrixTable({ question }: { question: QuestionFound }) {
  const { t, language } = useI18n();
  const columns = question.items[0]?.options ?? [];
  return (
    <div className="survey-scroll" tabIndex={0}>
      <table className="plain-table">
        <Heads names={["", t("surveys.mean"), ...columns.map(({ text }) => text)]} />
        <tbody>
          {question.items.map((item) => (
            <tr key={item.value}>
              <th scope="row">
                {item.text} <small className="num">{t("figure.n", { n: formatCount(item.answered, language) })}</small>
              </th>
              <td>{item.mean ? <Figure estimate={item.mean} unit="ratio" max={columns.length} tone="accent" /> : "—"}</td>
              {item.options.map((option) => (
                <td key={option.value}>
                  <Figure estimate={option.share} unit="share" max={1} /> <small className="num">{formatCount(option.count, language)}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Below zero, so on an axis of its own. */
function Worse({ estimate }: { estimate: Estimate }) {
  const text = useFigureText();
  if (estimate.verdict === "insufficient" || estimate.value === null) return <Insufficient estimate={estimate} />;
  const words = text.words(estimate, "ratio");
  return (
    <Tooltip title={words}>
      <span className="estimate">
        <span className="estimate-value">{text.write(estimate.value, "ratio")}</span>
        <IntervalBar estimate={estimate} min={-1} max={0} tone="negative" label={words} />
      </span>
    </Tooltip>
  );
}

/** Counts of the classes, the class where one leads clearly, and what a feature moves. */
export function KanoTable({ question }: { question: QuestionFound }) {
  const { t, language } = useI18n();
  const text = useFigureText();
  return (
    <>
      <div className="survey-scroll" tabIndex={0}>
        <table className="plain-table">
          <Heads names={["", t("surveys.kano.class"), ...KANO.map((each) => t(`surveys.kano.${each}` as WordKey)), "Better", "Worse"]} />
          <tbody>
            {question.items.map(
              ({ value, text: title, answered, kano }) =>
                kano && (
                  <tr key={value}>
                    <th scope="row">
                      {title} <small className="num">{t("figure.n", { n: formatCount(answered, language) })}</small>
                    </th>
                    <td>
                      <strong>{kano.leading ? t(`surveys.kano.${kano.leading}` as WordKey) : t(kano.better.verdict === "insufficient" ? "figure.insufficient" : "surveys.kano.none")}</strong>
                    </td>
                    {KANO.map((each) => (
                      <td key={each}>
                        <Tooltip title={text.words(kano.shares[each]!, "share")}>
                          <span className="num">
                            {formatCount(kano.counts[each] ?? 0, language)} {kano.shares[each]?.verdict === "ok" && <small>{formatPercent(kano.shares[each]?.value ?? 0, 0)}</small>}
                          </span>
                        </Tooltip>
                      </td>
                    ))}
                    <td>
                      <Figure estimate={kano.better} unit="ratio" max={1} tone="positive" />
                    </td>
                    <td>
                      <Worse estimate={kano.worse} />
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t("surveys.kano.about")}</p>
    </>
  );
}

export function MaxDiffTable({ question }: { question: QuestionFound }) {
  const { t, language } = useI18n();
  const text = useFigureText();
  return (
    <>
      <div className="survey-scroll" tabIndex={0}>
        <table className="plain-table">
          <Heads names={["", t("surveys.maxdiff.share"), t("surveys.maxdiff.score"), t("surveys.maxdiff.best"), t("surveys.maxdiff.worst")]} />
          <tbody>
            {question.items.map(({ value, text: title, score, share, best, worst }) => (
              <tr key={value}>
                <th scope="row">{title}</th>
                <td>{share ? <Figure estimate={share} unit="share" max={1} tone="accent" /> : "—"}</td>
                <td>
                  {score?.verdict === "ok" && score.value !== null ? (
                    <span className="survey-diff">
                      <span className="num">{text.write(score.value, "ratio")}</span>
                      <IntervalBar estimate={score} min={-1} max={1} tone={score.value >= 0 ? "positive" : "negative"} label={text.words(score, "ratio")} />
                      <small className="num">{text.words(score, "ratio")}</small>
                    </span>
                  ) : (
                    score && <Figure estimate={score} unit="ratio" max={1} />
                  )}
                </td>
                <td className="num">{formatCount(best, language)}</td>
                <td className="num">{formatCount(worst, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t("surveys.maxdiff.about")}</p>
    </>
  );
}
