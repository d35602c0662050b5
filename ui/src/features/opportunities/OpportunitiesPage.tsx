import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Link, useSearchParams } from "react-router";
import { useFigureText } from "@/components/Figure";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { OpportunityRow } from "@/features/opportunities/OpportunityRow";
import { Pipeline } from "@/features/opportunities/Pipeline";
import { KINDS, opportunities, type Kind, type Opportunity } from "@/features/opportunities/queries";
import { Rivals } from "@/features/opportunities/Rivals";
import { Switching } from "@/features/opportunities/Switching";
import { opportunityLink } from "@/features/opportunities/words";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters, type ListFilter } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/opportunities/opportunities.css";

const SHOWN: ListFilter[] = ["channel", "product", "aspect", "segment", "region", "source", "taxonomy"];
const VIEWS = ["list", "board", "rivals"] as const;

/** The page opens with what a manager can repeat: the biggest chances, with size and interval. */
function Answer({ items }: { items: Opportunity[] }) {
  const { t, name, language } = useI18n();
  const [search] = useSearchParams();
  const text = useFigureText();
  const best = items.filter(({ kind, customers }) => kind !== "praise" && customers.value !== null).slice(0, 3);
  if (best.length === 0) return null;
  return (
    <p className="opp-answer">
      {t("opp.answer")}
      {best.map((item, index) => (
        <span key={item.key}>
          {index > 0 && t("opp.answer.and")}
          <Link className="link opp-told" to={opportunityLink(item.key, search)}>
            {name(item, item.key)}
          </Link>
          <span className="num">
            {t("opp.answer.size", {
              n: formatCount(item.customers.count, language),
              share: text.write(item.customers.value ?? 0, "share"),
              range: text.range(item.customers, "share"),
            })}
          </span>
        </span>
      ))}
      {t("opp.answer.end")}
    </p>
  );
}

/** Treasure rather than fires: what customers want, make do with and love, the most promising first. */
export default function OpportunitiesPage() {
  const { t } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(opportunities(query));
  const view = VIEWS.find((each) => each === search.get("view")) ?? "list";
  const kind = KINDS.find((each) => each === search.get("kind")) ?? null;
  const set = (key: string, value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    });
  const items = data?.items.filter((item) => (kind ? item.kind === kind : item.kind !== "praise")) ?? [];
  const max = Math.max(0.0001, ...items.map(({ customers }) => customers.high ?? 0));
  return (
    <>
      <PageHead title={t("nav.opportunities")} about={t("opp.about")} asOf={data?.as_of}>
        <Segmented
          value={view}
          onChange={(value) => set("view", value === "list" ? null : value)}
          options={VIEWS.map((value) => ({ value, label: t(`opp.view.${value}`) }))}
        />
      </PageHead>
      <FilterBar window={data?.window} shown={SHOWN} />
      {view === "rivals" && <Switching query={query} />}
      {view === "rivals" && <Rivals query={query} />}
      {view !== "rivals" && error && !data && <Failure error={error} retry={() => void refetch()} />}
      {view !== "rivals" && !data && !error && <SkeletonRows rows={6} height={84} />}
      {view === "board" && data && <Pipeline items={data.items} taken={data.taken} />}
      {view === "list" && data && (
        <>
          <Answer items={items} />
          <div className="opp-kinds">
            {[null, ...KINDS].map((each: Kind | null) => (
              <button key={each ?? "all"} type="button" className="chip" data-active={each === kind} aria-pressed={each === kind} onClick={() => set("kind", each)}>
                {t(each ? `opp.kind.${each}` : "opp.kind.all")}{" "}
                <span className="num quiet">{data.items.filter((item) => (each ? item.kind === each : item.kind !== "praise")).length}</span>
              </button>
            ))}
            <span className="opp-how">
              <How about={data.formula} dated={data} />
            </span>
          </div>
          <Panel flush>
            {items.length === 0 && <Empty icon="understand" title={t("opp.none")} about={t("opp.none.about")} />}
            {items.map((item) => (
              <OpportunityRow key={item.key} item={item} max={max} />
            ))}
          </Panel>
        </>
      )}
    </>
  );
}
