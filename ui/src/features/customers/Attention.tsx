import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { meta } from "@/api/queries";
import { Panel } from "@/components/Page";
import { Failure, SkeletonRows } from "@/components/states";
import { attention, type Watch } from "@/features/customers/queries";
import { formatAge, formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

type Somebody = Watch["people"][number];

function Row({ somebody }: { somebody: Somebody }) {
  const { name, language } = useI18n();
  const { data } = useQuery(meta);
  const channel = somebody.channel && name(data?.channels.find(({ id }) => id === somebody.channel), somebody.channel);
  const told = [channel, somebody.at && formatAge(somebody.at, language)].filter(Boolean).join(" · ");
  return (
    <li>
      <Link to={`/understand/customers/${somebody.person}`}>
        <strong>{somebody.label}</strong>
        <span className="quiet num">{name({ zh: somebody.why_zh, en: somebody.why_en })}</span>
        {somebody.text && (
          <span className="said">
            {somebody.text} <span className="quiet num">{told}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** Where the list goes on, for the grounds that have a page of their own. */
const MORE: Partial<Record<Watch["ground"], string>> = {
  risk: "/understand/customers?tab=churn",
  asking: "/understand/customers?tab=reports",
  newest: "/understand/verbatims",
};

function List({ watch }: { watch: Watch }) {
  const { t, language } = useI18n();
  const more = MORE[watch.ground];
  const counted = watch.ground === "newest" ? null : t("attention.total", { n: formatCount(watch.total, language) });
  return (
    <Panel flush title={t(`attention.${watch.ground}` as WordKey, { days: watch.days ?? 0 })} aside={more ? <Link to={more}>{counted ?? t("attention.all")}</Link> : counted}>
      {watch.people.length > 0 ? (
        <ul className="watch">
          {watch.people.map((somebody) => (
            <Row key={`${somebody.person}-${somebody.at ?? ""}`} somebody={somebody} />
          ))}
        </ul>
      ) : (
        <p className="quiet watch-none">{t("attention.none")}</p>
      )}
    </Panel>
  );
}

/** Who needs somebody's attention today, before anybody is looked for. */
export function Attention() {
  const { data, error, isPending, refetch } = useQuery(attention);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending || !data) return <SkeletonRows rows={8} />;
  return (
    <div className="watches">
      {data.lists.map((watch) => (
        <List key={watch.ground} watch={watch} />
      ))}
    </div>
  );
}
