import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { DeclareForm, type Draft } from "@/features/launches/DeclareForm";
import { launches, type Suggestion } from "@/features/launches/queries";
import { beijingDay, formatCount, formatDateTime, formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/launches/launches.css";

const blank = (): Draft => ({ name: "", product: null, terms: [], rivals: [], startsAt: `${beijingDay()}T09:00` });

/** What is watched, and products that people have only just begun to speak of. */
export default function LaunchesPage() {
  const { t, language } = useI18n();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { data, error, refetch } = useQuery(launches);
  const take = ({ product, starts_at: startsAt }: Suggestion) => setDraft({ ...blank(), name: product, product, startsAt: startsAt.slice(0, 16) });
  return (
    <>
      <PageHead title={t("nav.launches")} about={t("launch.about")}>
        <Button type="primary" onClick={() => setDraft(blank())}>
          {t("launch.declare")}
        </Button>
      </PageHead>
      {data?.suggestions.map((each) => (
        <p key={each.product} className="suggestion">
          {t("launch.suggested", { product: each.product, people: formatCount(each.people, language), day: formatDay(each.starts_at, language) })}
          <Button size="small" onClick={() => take(each)}>
            {t("launch.watch")}
          </Button>
        </p>
      ))}
      <Panel flush>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={3} />}
        {data?.items.length === 0 && <Empty icon="bell" title={t("launch.none")} about={t("launch.none.about")} />}
        <ul className="launch-list">
          {data?.items.map((each) => (
            <li key={each.id}>
              <Link to={`/understand/launches/${each.id}`}>
                <strong>{each.name}</strong>
                <span className="quiet">{[each.product, ...each.terms].filter(Boolean).join(" · ")}</span>
                <span className="quiet num">{t("launch.since", { at: formatDateTime(each.starts_at, language) })}</span>
                {each.closed_at && <span className="tag">{t("launch.closed")}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
      {draft && <DeclareForm draft={draft} close={() => setDraft(null)} />}
    </>
  );
}
