import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import { overview as overviewQuery } from "@/api/queries";
import type { Sentence } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { Actions, Cases, Crises, Issues, Signals } from "@/features/home/lists";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";
import "@/features/home/home.css";

const DESKS = ["product", "marketing", "service", "quality", "management"] as const;
type Desk = (typeof DESKS)[number];
const KEY = "huiyin.desk";

const isDesk = (value: string | null): value is Desk => DESKS.includes(value as Desk);

/** The chosen desk stands in the address, and is remembered on this device. */
function useDesk(): [Desk, (desk: Desk) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("desk") ?? localStorage.getItem(KEY);
  const choose = (desk: Desk) => {
    localStorage.setItem(KEY, desk);
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("desk", desk);
      return next;
    });
  };
  return [isDesk(asked) ? asked : "management", choose];
}

function Said({ title, sentences, error }: { title: string; sentences: Sentence[] | undefined; error: Error | null }) {
  return (
    <Panel title={title}>
      {sentences && <Sentences items={sentences} />}
      {!sentences && !error && <SkeletonRows rows={3} />}
      {!sentences && <ErrorText error={error} />}
    </Panel>
  );
}

function Findings() {
  const { query } = useFilters();
  const { t } = useI18n();
  const { data, error } = useQuery(overviewQuery(query));
  return <Said title={t("home.findings")} sentences={data?.headline} error={error} />;
}

function Health() {
  const { query } = useFilters();
  const { t } = useI18n();
  const { data, error } = useQuery({ queryKey: ["programme", query], queryFn: () => take(http.GET("/api/v1/programme", { params: { query } })), retry: false });
  return <Said title={t("home.health")} sentences={data?.sentences} error={error} />;
}

function Pieces({ desk }: { desk: Desk }) {
  switch (desk) {
    case "product":
      return (
        <>
          <Issues title="home.issues" sort="customers" />
          <Actions kinds={["product"]} />
          <Issues title="home.rising" sort="trend" />
          <Signals />
        </>
      );
    case "marketing":
      return (
        <>
          <Findings />
          <Signals />
          <Issues title="home.strong" sort="intensity" />
          <Actions kinds={["marketing"]} />
        </>
      );
    case "service":
      return (
        <>
          <Cases />
          <Actions kinds={["service", "process"]} />
          <Issues title="home.issues" sort="customers" />
          <Crises />
        </>
      );
    case "quality":
      return (
        <>
          <Crises />
          <Signals />
          <Issues title="home.strong" sort="intensity" />
          <Actions kinds={["product", "process"]} />
        </>
      );
    case "management":
      return (
        <>
          <Findings />
          <Health />
          <Actions />
          <Crises />
        </>
      );
  }
}

/** A start page for each department, made of the product's own pieces. */
export default function HomePage() {
  const { t } = useI18n();
  const [desk, choose] = useDesk();
  return (
    <>
      <PageHead title={t("nav.home")} about={t("home.about")} />
      <Segmented<Desk> className="home-desks" value={desk} onChange={choose} options={DESKS.map((value) => ({ value, label: t(`home.desk.${value}`) }))} />
      <FilterBar />
      <div className="home-grid">
        <Pieces desk={desk} />
      </div>
    </>
  );
}
