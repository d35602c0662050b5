import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { meta } from "@/api/queries";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { switching, type Switching as Moving, type SwitchReason } from "@/features/opportunities/queries";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

function Reason({ reason, leaving }: { reason: SwitchReason; leaving: boolean }) {
  const { t, name } = useI18n();
  const quote = reason.evidence[0];
  return (
    <tr>
      <th scope="row">
        <Link className="link" to={reason.link}>
          {name(reason, reason.aspect)}
        </Link>
      </th>
      <td>
        <Figure estimate={reason.customers} unit="share" max={1} tone={leaving ? "negative" : "positive"} showRange />
      </td>
      <td>
        <Figure estimate={reason.others} unit="share" max={1} />
      </td>
      <td>{reason.stands_out ? t("opp.move.stands") : <span className="quiet">{t("opp.move.alike")}</span>}</td>
      <td className="opp-move-quote">{quote && <Link to={`/understand/verbatims?voice=${quote.feedback_id}`}>“{quote.words}”</Link>}</td>
    </tr>
  );
}

function MovePanel({ moving, taxonomy }: { moving: Moving; taxonomy: string }) {
  const { t, language } = useI18n();
  const count = t("opp.move.count", { n: formatCount(moving.customers.count, language) });
  return (
    <Panel
      title={`${t(`opp.move.${moving.move}` as WordKey)} · ${taxonomy}`}
      aside={moving.link ? <Link className="link num" to={moving.link}>{count}</Link> : <span className="quiet num">{count}</span>}
    >
      {moving.origins.length > 0 && (
        <p className="quiet num">{t("opp.move.before", { names: moving.origins.map((each) => `${each.name} ${formatCount(each.customers, language)}`).join(" · ") })}</p>
      )}
      {moving.reasons.length === 0 ? (
        <p className="quiet">{t("opp.rival.noReason")}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="opp-move-table">
            <Heads names={[t("opp.move.aspect"), t("opp.move.them"), t("opp.move.others"), t("opp.move.verdict"), t("opp.move.words")]} />
            <tbody>
              {moving.reasons.map((reason) => (
                <Reason key={reason.aspect} reason={reason} leaving={moving.move === "leaving"} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** Why customers left, came, or think of coming: what they say beside what everybody else says. */
export function Switching({ query }: { query: FilterQuery }) {
  const { t, name } = useI18n();
  const { data } = useQuery(switching(query));
  const { data: known } = useQuery(meta);
  if (!data || data.items.length === 0) return null;
  const named = (id: string) => name(known?.taxonomies.find((each) => each.name === id), id);
  return (
    <>
      <p className="quiet opp-move-about">{t("opp.move.about")}</p>
      {data.items.map((moving) => (
        <MovePanel key={`${moving.move}${moving.taxonomy}`} moving={moving} taxonomy={named(moving.taxonomy)} />
      ))}
    </>
  );
}
