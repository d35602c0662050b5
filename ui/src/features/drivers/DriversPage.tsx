import { queryOptions, useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { Link, useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { How } from "@/components/How";
import { PageHead, Panel } from "@/components/Page";
import { SignedFigure } from "@/components/SignedFigure";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { FilterBar } from "@/filters/FilterBar";
import { useFilters } from "@/filters/filters";
import { formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Outcome = "rating" | "nps";

const drivers = (query: FilterQuery, outcome: Outcome) =>
  queryOptions({
    queryKey: ["drivers", query, outcome],
    queryFn: ({ signal }) => take(http.GET("/api/v1/drivers", { params: { query: { ...query, aspect: undefined, outcome } }, signal })),
  });

/** 驱动因素: what goes together with a better or worse outcome, never worded as a cause. */
export default function DriversPage() {
  const { t, name, language } = useI18n();
  const { query } = useFilters();
  const [search, setSearch] = useSearchParams();
  const outcome: Outcome = search.get("outcome") === "nps" ? "nps" : "rating";
  const { data, error, refetch } = useQuery(drivers(query, outcome));
  const choose = (value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set("outcome", value);
      return next;
    });
  const reach = Math.max(0.1, ...(data?.drivers ?? []).flatMap(({ penalty, reward }) => [penalty, reward].flatMap(({ low, high }) => [Math.abs(low ?? 0), Math.abs(high ?? 0)])));
  const most = Math.max(0.01, ...(data?.drivers ?? []).map(({ importance }) => importance.high ?? 0));
  return (
    <>
      <PageHead title={t("nav.drivers")} about={t("drivers.about")} asOf={data?.as_of}>
        <Segmented
          value={outcome}
          onChange={choose}
          options={[
            { value: "rating", label: t("drivers.rating") },
            { value: "nps", label: "NPS" },
          ]}
        />
      </PageHead>
      <FilterBar window={data?.window} shown={["taxonomy", "channel", "product", "segment", "region", "source"]} />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!error && (
        <Panel
          flush
          title={t("drivers.title")}
          aside={
            data && (
              <>
                <span className="num">{t("facts.base", { customers: formatCount(data.customers, language), voices: formatCount(data.voices, language) })}</span>
                <How about={data.caution} dated={data} n={data.customers} />
              </>
            )
          }
        >
          {!data && <SkeletonRows rows={8} />}
          {data?.drivers.length === 0 && <Empty title={t("figure.insufficient")} about={t("drivers.empty")} />}
          {data && data.drivers.length > 0 && (
            <div className="table-scroll">
            <table className="plain-table">
              <Heads names={[t("facts.aspect"), t("drivers.importance"), t("drivers.penalty"), t("drivers.reward"), t("drivers.kind")]} />
              <tbody>
                {data.drivers.map((driver) => (
                  <tr key={driver.aspect}>
                    <td>
                      <Link to={driver.link}>{name(driver, driver.aspect)}</Link>
                    </td>
                    <td>
                      <Figure estimate={driver.importance} unit="share" max={most} tone="accent" showRange />
                    </td>
                    <td>
                      <SignedFigure estimate={driver.penalty} unit="ratio" reach={reach} good="more" />
                    </td>
                    <td>
                      <SignedFigure estimate={driver.reward} unit="ratio" reach={reach} good="more" />
                    </td>
                    <td className="nowrap">{t(`drivers.kind.${driver.kind}` as WordKey)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            </div>
          )}
        </Panel>
      )}
    </>
  );
}
