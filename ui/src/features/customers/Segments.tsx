import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { segments, type Segments as Found } from "@/features/customers/queries";
import { formatCount, formatDay, formatDecimal } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const STABLE = 0.8;
const TRAITS = 4;

function Sizes({ items, title, side }: { items: Found["stages"]; title: string; side: string }) {
  const { t, name, language } = useI18n();
  const max = Math.max(0.01, ...items.map(({ share }) => share.high ?? 0));
  return (
    <Panel title={title} aside={<Link className="link" to={`?tab=cross&row=${side}&column=sentiment`}>{t("customers.segments.cross")}</Link>}>
      <table className="report">
        <Heads names={["", t("customers.segments.customers"), t("customers.segments.share")]} />
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{name(item)}</th>
              <td className="num">{formatCount(item.customers, language)}</td>
              <td>
                <Figure estimate={item.share} unit="share" max={max} tone="accent" showRange />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Learnt({ data }: { data: Found }) {
  const { t, name, language } = useI18n();
  const held = data.stability?.value ?? 0;
  if (data.learnt.length === 0) return <p className="quiet">{t("customers.segments.few")}</p>;
  const max = Math.max(0.01, ...data.learnt.map(({ share }) => share.high ?? 0));
  return (
    <>
      <p className="answer">{t("customers.segments.stability", { v: held.toFixed(2) })}</p>
      {held < STABLE && <p className="caveat">{t("customers.segments.unstable")}</p>}
      <table className="report">
        <Heads names={["", t("customers.segments.customers"), t("customers.segments.share"), t("customers.segments.traits")]} />
        <tbody>
          {data.learnt.map((group) => (
            <tr key={group.number}>
              <th scope="row">{name(group)}</th>
              <td className="num">{formatCount(group.customers, language)}</td>
              <td>
                <Figure estimate={group.share} unit="share" max={max} tone="accent" showRange />
              </td>
              <td>
                <ul className="traits">
                  {group.traits.slice(0, TRAITS).map((trait) => (
                    <li key={trait.name}>
                      <span>{name(trait)}</span>
                      <span className="num">{trait.mean.value === null ? t("customers.none") : trait.mean.value >= 100 ? formatCount(Math.round(trait.mean.value), language) : formatDecimal(trait.mean.value, 1)}</span>
                      <span className="quiet num">{`${trait.apart >= 0 ? "+" : "−"}${Math.abs(trait.apart).toFixed(1)} σ`}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Forecast({ data }: { data: NonNullable<Found["forecast"]> }) {
  const { t, language } = useI18n();
  if (!data.since || !data.covered) return null;
  const count = (value: number | null) => formatCount(Math.round(value ?? 0), language);
  const words = { since: formatDay(data.since, language), foretold: count(data.orders_foretold), happened: count(data.orders_happened), money: count(data.spending_foretold), spent: count(data.spending_happened) };
  return (
    <Panel title={t("customers.segments.forecast")}>
      <p>{t("customers.segments.forecast.sentence", words)}</p>
      <p className="quiet">{t("customers.segments.covered")}</p>
      <Figure estimate={data.covered} unit="share" max={1} tone="accent" showRange />
    </Panel>
  );
}

/** 分群: by rules that can be checked on a timeline, and learnt from behaviour with how far they hold. */
export function Segments() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(segments);
  if (!data) return <Pending error={error} refetch={refetch} rows={8} />;
  if (!data.made_at) return <p className="caveat">{t("customers.segments.waiting")}</p>;
  return (
    <div className="questions">
      <Panel title={t("customers.segments.learnt")} aside={<How about="customers.segments.how" n={data.customers} />}>
        <Learnt data={data} />
      </Panel>
      <div className="two-columns">
        <Sizes items={data.stages} title={t("customers.segments.stages")} side="stage" />
        <Sizes items={data.classes} title={t("customers.segments.classes")} side="rfm_class" />
      </div>
      {data.forecast && <Forecast data={data.forecast} />}
    </div>
  );
}
