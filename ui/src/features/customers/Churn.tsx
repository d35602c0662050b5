import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { Outreach } from "@/features/customers/Outreach";
import { churn, type Assessment, type ChurnRisk } from "@/features/customers/queries";
import { formatCount, formatDay, formatPercent } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

function Trust({ data }: { data: Assessment }) {
  const { t, language } = useI18n();
  const words = { auc: (data.auc.value ?? 0).toFixed(2), rfm: (data.auc_rfm.value ?? 0).toFixed(2), n: formatCount(data.tested, language) };
  return <p className="answer">{t("churn.quality.sentence", words)}</p>;
}

function Quality({ data }: { data: Assessment }) {
  const { t } = useI18n();
  return (
    <Panel title={t("churn.quality")} aside={<How about="churn.how" n={data.tested} />}>
      <table className="report">
        <caption className="quiet">{t("churn.bins", { error: formatPercent(data.calibration_error) })}</caption>
        <Heads names={[t("churn.predicted"), t("churn.left")]} />
        <tbody>
          {data.bins.map((bin) => (
            <tr key={bin.predicted}>
              <th scope="row" className="num">
                {formatPercent(bin.predicted, 0)}
              </th>
              <td>
                <Figure estimate={bin.left} unit="share" max={1} tone="negative" showRange />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ risk }: { risk: ChurnRisk }) {
  const { t, name, language } = useI18n();
  return (
    <tr>
      <th scope="row">
        <Link className="link" to={`/understand/customers/${risk.person}`}>
          {risk.label}
        </Link>
        <span className="quiet block">{[risk.segment, risk.region].filter(Boolean).join(" · ")}</span>
      </th>
      <td className="num" data-head={t("churn.due")}>
        {formatDay(risk.due, language)}
      </td>
      <td className="num" data-head={t("churn.risk")}>
        <strong>{formatPercent(risk.risk, 0)}</strong>
        <span className="quiet block">
          {formatPercent(risk.low, 0)} – {formatPercent(risk.high, 0)}
        </span>
      </td>
      <td className="num" data-head={t("churn.value")}>
        ¥ {formatCount(Math.round(risk.value), language)}
      </td>
      <td>
        {risk.reasons.map((reason) => (
          <span key={reason.zh} className="block">
            {name(reason)}
          </span>
        ))}
        {risk.reasons.length === 0 && <span className="quiet">{t("churn.reasons.none")}</span>}
      </td>
      <td>
        {name(risk.play)}
        <Link
          className="link block"
          to={`/act/cases?new-case=churn:${risk.customer_id}:${risk.due}&case-title=${encodeURIComponent(t("case.churnTitle", { who: risk.label, day: risk.due, risk: formatPercent(risk.risk, 0) }))}`}
        >
          {t("case.fromVoice")}
        </Link>
      </td>
    </tr>
  );
}

/** Who may let the contract end, why, what to do about it, and whether doing it helps. */
export function Churn() {
  const { t } = useI18n();
  const { data, error, isPending, refetch } = useQuery(churn);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending || !data) return <SkeletonRows rows={8} />;
  const unsure = !data.fitted_at ? "churn.waiting" : data.total > 0 ? "churn.untested" : "churn.insufficient";
  return (
    <div className="questions">
      {data.assessment ? <Trust data={data.assessment} /> : <p className="caveat">{t(unsure)}</p>}
      <Panel title={t("churn.risks", { n: data.total })} aside={t("churn.order")}>
        <table className="report churn">
          <Heads names={["who", "due", "risk", "value", "why", "play"].map((column) => t(`churn.${column}` as WordKey))} />
          <tbody>
            {data.items.map((risk) => (
              <Row key={risk.person} risk={risk} />
            ))}
          </tbody>
        </table>
        {data.items.length === 0 && <p className="quiet">{t("churn.nobody")}</p>}
      </Panel>
      <Outreach data={data} />
      {data.assessment && <Quality data={data.assessment} />}
    </div>
  );
}
