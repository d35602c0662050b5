import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import type { Source } from "@/api/types";
import { Heads } from "@/components/Heads";
import { Freshness, PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/sources/sources.css";

function SourceRow({ source }: { source: Source }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const channel = name(data?.channels.find(({ id }) => id === source.channel), source.channel);
  const taxonomy = name(data?.taxonomies.find(({ name: id }) => id === source.taxonomy), source.taxonomy);
  return (
    <tr>
      <td>
        <Link className="link" to={`/understand/verbatims?source=${encodeURIComponent(source.name)}&range=all`}>
          {source.name}
        </Link>
        {source.terms_note && <span className="quiet source-note">{source.terms_note}</span>}
      </td>
      <td>{channel}</td>
      <td>{taxonomy}</td>
      <td className="num source-count">{t("unit.voices", { n: formatCount(source.voices, language) })}</td>
      <td>
        <Freshness asOf={source.last_at} short />
      </td>
    </tr>
  );
}

export default function SourcesPage() {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery({ queryKey: ["sources"], queryFn: () => take(http.GET("/api/v1/sources")) });
  return (
    <>
      <PageHead title={t("nav.sources")} about={t("sources.about")}>
        <Link to="/collect/import">
          <Button type="primary">{t("overview.empty.import")}</Button>
        </Link>
      </PageHead>
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={5} />}
        {data?.length === 0 && <Empty icon="collect" title={t("sources.empty")} about={t("sources.empty.about")} />}
        {data && data.length > 0 && (
          <table className="sources">
            <Heads names={[t("filter.source"), t("filter.channel"), t("nav.taxonomy"), t("sources.voices"), t("sources.fresh")]} />
            <tbody>
              {data.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
