import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { Crumbs } from "@/components/Crumbs";
import { Figure, useFigureText } from "@/components/Figure";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { HeardVoice } from "@/features/opportunities/HeardVoice";
import { ScoreMark } from "@/features/opportunities/OpportunityRow";
import { opportunity, type Opportunity } from "@/features/opportunities/queries";
import { StagePanel } from "@/features/opportunities/StagePanel";
import { filteredLink, useFilters } from "@/filters/filters";
import { formatCount, formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/opportunities/opportunities.css";

/** Size, score, growth, value and what exactly people mean, each with its interval. */
function Measures({ item }: { item: Opportunity }) {
  const { t, language } = useI18n();
  const text = useFigureText();
  const { growth, value, customers } = item;
  const change = growth.change.value === null ? t("figure.insufficient") : `${text.write(growth.change.value, "share")}（${text.range(growth.change, "share")}）`;
  return (
    <dl className="opp-measures">
      <dt>{t("opp.m.score")}</dt>
      <dd>
        <ScoreMark item={item} />
      </dd>
      <dt>{t("opp.m.size")}</dt>
      <dd>
        <Figure estimate={customers} unit="share" max={customers.high ?? 1} tone="accent" showRange />
      </dd>
      <dt>{t("opp.m.kano")}</dt>
      <dd>{t(`opp.kano.${item.kano}`)}</dd>
      <dt>{t("opp.m.growth")}</dt>
      <dd className="num">
        {t("opp.m.growth.words", { day: formatDay(growth.first_day, language), change })}
      </dd>
      <dt>{t("opp.m.value")}</dt>
      <dd>
        <span className="num">
          {t("opp.value", { known: formatCount(value.known, language), total: formatCount(Math.round(value.total), language) })}
        </span>
        <Figure estimate={value.per_customer} unit="count" max={(value.per_customer.high ?? 1) || 1} showRange />
      </dd>
      {item.variants.length > 0 && (
        <>
          <dt>{t("opp.m.variants")}</dt>
          <dd className="num">{item.variants.map((each) => `${each.name} ${each.customers}`).join(" · ")}</dd>
        </>
      )}
      {item.products.length > 0 && (
        <>
          <dt>{t("filter.product")}</dt>
          <dd className="num">{item.products.map((each) => `${each.name} ${each.customers}`).join(" · ")}</dd>
        </>
      )}
    </dl>
  );
}

/** One opportunity: how big, how wanted, what job it serves, in whose words, and what we do about it. */
export default function OpportunityPage() {
  const { t, name, language } = useI18n();
  const [search] = useSearchParams();
  const { query } = useFilters();
  const key = search.get("key") ?? "";
  const { data, error, refetch } = useQuery(opportunity(key, query));
  if (!data) return <Pending error={error} refetch={refetch} rows={6} height={60} />;
  const { item, progress } = data;
  return (
    <>
      <Crumbs>
        <Link to={filteredLink("/understand/opportunities", search)}>{t("nav.opportunities")}</Link>
      </Crumbs>
      <PageHead
        title={name(item ?? progress ?? { zh: key, en: key }, key)}
        asOf={data.as_of}
        about={item ? t("opp.story", { n: formatCount(item.customers.count, language), messages: formatCount(item.messages, language) }) : t("opp.gone")}
      >
        {item && (
          <Link className="link" to={item.link}>
            {t("nav.verbatims")}
          </Link>
        )}
      </PageHead>
      <div className="opp-grid">
        {item && (
          <Panel title={t("opp.m.title")} aside={<How about={data.formula} dated={data} n={item.customers.n} />}>
            <Measures item={item} />
          </Panel>
        )}
        <StagePanel key={progress?.updated_at ?? "new"} id={key} aspect={item?.aspect ?? null} progress={progress} query={query} />
        {data.heard.length > 0 && (
          <Panel title={t("opp.voices")}>
            {data.heard.map((heard) => (
              <HeardVoice key={heard.voice.id} heard={heard} />
            ))}
          </Panel>
        )}
      </div>
    </>
  );
}
