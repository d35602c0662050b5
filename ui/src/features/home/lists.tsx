import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { board, facts as factsQuery } from "@/api/queries";
import type { ActionKind, Fact, FactsQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { useFilters } from "@/filters/filters";
import { formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const SHOWN = 6;

interface Row {
  key: string | number;
  to: string;
  title: ReactNode;
  aside: ReactNode;
}

function List({ title, all, rows }: { title: WordKey; all: string; rows: Row[] | undefined }) {
  const { t } = useI18n();
  return (
    <Panel
      title={t(title)}
      aside={
        <Link className="link" to={all}>
          {t("home.all")}
        </Link>
      }
    >
      {!rows && <SkeletonRows rows={3} />}
      {rows?.length === 0 && <p className="quiet">{t("home.nothing")}</p>}
      <ul className="home-list">
        {rows?.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <Link to={row.to}>{row.title}</Link>
            <span className="quiet num">{row.aside}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Issues by what this reader cares for first. */
export function Issues({ title, sort }: { title: WordKey; sort: NonNullable<FactsQuery["sort"]> }) {
  const { name } = useI18n();
  const { query, linkTo } = useFilters();
  const { data } = useQuery(factsQuery({ ...query, sort, level: "2" }));
  const known = data?.facts
    .filter(({ negative_customers: one }) => one.value !== null && one.verdict === "ok")
    .filter(({ trend }) => sort !== "trend" || trend.direction === "up")
    .slice(0, SHOWN);
  const max = Math.max(...(known ?? []).map(({ negative_customers: one }) => one.high ?? 0), 0.01);
  // The figure is the one the list is ordered by.
  const figure = (fact: Fact) =>
    sort === "intensity" ? (
      <Figure estimate={fact.intensity} unit="ratio" max={1} tone="negative" />
    ) : (
      <Figure estimate={fact.negative_customers} unit="share" max={max} tone="negative" />
    );
  const rows = known?.map((fact) => ({ key: fact.aspect, to: fact.link, title: name(fact), aside: figure(fact) }));
  return <List title={title} all={linkTo("/understand/facts")} rows={rows} />;
}

export function Signals() {
  const { t, name } = useI18n();
  const { data } = useQuery({
    queryKey: ["signals", "home"],
    queryFn: () => take(http.GET("/api/v1/signals", { params: { query: { state: ["open", "acknowledged"], limit: SHOWN } } })),
  });
  const rows = data?.items.map((signal) => ({ key: signal.id, to: `/understand/signals/${signal.id}`, title: name(signal), aside: t("home.people", { n: signal.people }) }));
  return <List title="home.signals" all="/understand/signals" rows={rows} />;
}

export function Actions({ kinds }: { kinds?: ActionKind[] }) {
  const { t, language } = useI18n();
  const { data } = useQuery(board);
  const wanted = data?.items.filter(({ kind, state }) => (state === "open" || state === "doing") && (!kinds || kinds.includes(kind)));
  const rows = wanted?.map((action) => ({
    key: action.id,
    to: `/act/actions/${action.id}`,
    title: action.title,
    aside: `${action.owner} · ${action.overdue ? t("home.overdue") : formatDay(action.due_date, language)}`,
  }));
  return <List title="home.actions" all="/act/actions" rows={rows} />;
}

export function Cases() {
  const { t } = useI18n();
  const { data } = useQuery({
    queryKey: ["cases", "home"],
    queryFn: () => take(http.GET("/api/v1/cases", { params: { query: { state: ["open", "waiting"], limit: SHOWN } } })),
    retry: false,
  });
  const rows = data?.items.map((item) => ({ key: item.id, to: `/act/cases?case=${item.id}`, title: item.title, aside: item.late ? t("home.late") : item.owner }));
  return <List title="home.cases" all="/act/cases" rows={rows} />;
}

export function Crises() {
  const { t } = useI18n();
  const { data } = useQuery({ queryKey: ["crises"], queryFn: () => take(http.GET("/api/v1/crises")), retry: false });
  const rows = data?.items
    .filter(({ state }) => state === "open")
    .map((room) => ({ key: room.signal_id, to: `/act/crises/${room.signal_id}`, title: room.title, aside: t("home.tasks", { n: room.open_tasks }) }));
  return <List title="home.crises" all="/understand/signals" rows={rows} />;
}
