import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { DeclareForm, type Draft } from "@/features/launches/DeclareForm";
import { launches, type Suggestion } from "@/features/launches/queries";
import { beijingDay, formatCount, formatDateTime, formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/launches/launches.css";

const BEIJING_MS = 8 * 3_600_000;
const beijingMinute = (iso: string) => new Date(Date.parse(iso) + BEIJING_MS).toISOString().slice(0, 16);
const blank = (): Draft => ({ name: "", product: null, terms: [], rivals: [], startsAt: `${beijingDay()}T09:00` });

function suggested({ signal_id: signal, product }: Suggestion): WordKey {
  if (signal === null) return "launch.suggested";
  return product === null ? "launch.suggested.term" : "launch.suggested.burst";
}

/** What is watched, and what could be: products only just spoken of, bursts, new words. */
export default function LaunchesPage() {
  const { t, language } = useI18n();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { data, error, refetch } = useQuery(launches);
  const subject = ({ product, terms }: Suggestion) => product ?? terms.join(" · ");
  const take = (found: Suggestion) =>
    setDraft({ ...blank(), name: subject(found), product: found.product, terms: found.terms, startsAt: beijingMinute(found.starts_at) });
  return (
    <>
      <PageHead title={t("nav.launches")} about={t("launch.about")}>
        <Button type="primary" onClick={() => setDraft(blank())}>
          {t("launch.declare")}
        </Button>
      </PageHead>
      {data?.suggestions.map((each) => (
        <p key={`${subject(each)}${each.signal_id ?? ""}`} className="suggestion">
          {t(suggested(each), { product: subject(each), people: formatCount(each.people, language), day: formatDay(each.starts_at, language) })}
          {each.signal_id !== null && (
            <Link className="link" to={`/understand/signals/${each.signal_id}`}>
              {t("launch.signal")}
            </Link>
          )}
          <Button size="small" onClick={() => take(each)}>
            {t("launch.watch")}
          </Button>
        </p>
      ))}
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={3} />}
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
