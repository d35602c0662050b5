import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { Empty, SkeletonRows } from "@/components/states";
import { clustersOf, useDecision, type Cluster, type QualityRule } from "@/features/quality/queries";
import { meta } from "@/api/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function ClusterRow({ cluster }: { cluster: Cluster }) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const decide = useDecision();
  const act = (out: boolean) => decide.mutate({ rule: cluster.rule, cluster: cluster.name, leave_out: out });
  const all = cluster.open + cluster.excluded + cluster.kept;
  const [search] = useSearchParams();
  const voice = (id: number | string) => {
    const next = new URLSearchParams(search);
    next.set("voice", String(id));
    return `?${next}`;
  };
  const first = /^copy-(\d+)$/.exec(cluster.name)?.[1];
  const channel = (id: string) => name(data?.channels.find((one) => one.id === id), id);
  return (
    <li>
      <div className="cluster-head">
        <strong>{language === "zh" ? cluster.zh : cluster.en}</strong>
        {first && (
          <Link className="link" to={voice(first)} preventScrollReset>
            {t("quality.first")}
          </Link>
        )}
        <span className="cluster-state">{cluster.open > 0 ? t("quality.open", { n: cluster.open }) : t(cluster.excluded > 0 ? "quality.out" : "quality.kept", { n: all })}</span>
        {cluster.excluded === 0 && (
          <Button size="small" loading={decide.isPending} onClick={() => act(true)}>
            {t("quality.leaveOut", { n: all })}
          </Button>
        )}
        {(cluster.open > 0 || cluster.excluded > 0) && (
          <Button size="small" type="text" loading={decide.isPending} onClick={() => act(false)}>
            {t(cluster.excluded > 0 ? "quality.restore" : "quality.keep")}
          </Button>
        )}
      </div>
      <ul>
        {cluster.suspects.slice(0, 4).map((one) => (
          <li key={one.feedback_id}>
            <Link to={voice(one.feedback_id)} preventScrollReset>
              <q>{one.text || "—"}</q>
            </Link>
            <span className="quiet num">{[channel(one.channel), one.source, one.author, formatDateTime(one.occurred_at, language)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {all > 4 && <p className="quiet num">{t("quality.more", { n: all - 4 })}</p>}
      <ErrorText error={decide.error} />
    </li>
  );
}

export function Clusters({ rule }: { rule: QualityRule }) {
  const { t } = useI18n();
  const { data } = useQuery(clustersOf(rule));
  if (!data) return <SkeletonRows rows={3} />;
  if (data.length === 0) return <Empty icon="check" title={t("quality.clean")} about={t("quality.clean.about")} />;
  return (
    <ul className="cluster-list">
      {data.map((cluster) => (
        <ClusterRow key={cluster.name} cluster={cluster} />
      ))}
    </ul>
  );
}
