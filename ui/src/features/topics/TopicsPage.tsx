import { useQuery } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { useSearchParams } from "react-router";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { useFigureText } from "@/components/Figure";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { TopicCard } from "@/features/topics/TopicCard";
import { topics, useLook, type Topic, type Topics, type TopicState } from "@/features/topics/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/topics/topics.css";

const STATES: TopicState[] = ["open", "accepted", "dismissed"];

/** The answer first: how much of what is said lies outside the tree, and how much of that a topic explains. */
function Lead({ found }: { found: Topics }) {
  const { t, language } = useI18n();
  const text = useFigureText();
  const { run } = found;
  if (!run || run.unassigned.value === null || run.uncovered.value === null || run.unexplained.value === null) return null;
  const say = (estimate: typeof run.unassigned) => `${text.write(estimate.value ?? 0, "share")}${t("figure.paren", { words: text.range(estimate, "share") })}`;
  return (
    <ol className="sentences">
      <li>{t("topics.lead", { days: run.days, voices: formatCount(run.voices, language), share: say(run.unassigned), n: found.topics.length, first: found.topics.filter(({ standing }) => standing.stands_out).length })}</li>
      <li className="quiet">{t("topics.lead.clauses", { share: say(run.uncovered), rest: say(run.unexplained) })}</li>
      {run.voices < run.population && <li className="quiet">{t("taxonomy.preview.sample", { voices: formatCount(run.voices, language), population: formatCount(run.population, language) })}</li>}
    </ol>
  );
}

/** 新话题: what customers speak of that the tree has no place for. */
export default function TopicsPage() {
  const { t, name } = useI18n();
  const [search, setSearch] = useSearchParams();
  const { data: known } = useQuery(meta);
  const taxonomy = search.get("name") ?? "automotive";
  const state = STATES.find((one) => one === search.get("state")) ?? "open";
  const { data, error, refetch } = useQuery(topics(taxonomy, state));
  const look = useLook(taxonomy);
  const set = (key: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(key, value);
      return next;
    });
  const max = Math.max(0.01, ...(data?.topics.map(({ customers }) => customers.high ?? 0) ?? []));
  const found = data?.topics ?? [];
  const ordinary = state === "open" ? found.filter(({ standing }) => !standing.stands_out) : [];
  const first = found.filter((topic) => !ordinary.includes(topic));
  const card = (topic: Topic) => <TopicCard key={topic.id} topic={topic} taxonomy={taxonomy} max={max} />;
  return (
    <>
      <PageHead title={t("nav.topics")} about={t("topics.about")} asOf={data?.run?.ran_at}>
        <div className="topics-do">
          {known && <Select value={taxonomy} aria-label={t("filter.taxonomy")} style={{ minWidth: 168 }} onChange={(value: string) => set("name", value)} options={known.taxonomies.map((one) => ({ value: one.name, label: name(one, one.name) }))} />}
          <Segmented value={state} onChange={(value) => set("state", value)} options={STATES.map((value) => ({ value, label: t(`topics.state.${value}`) }))} />
          <Button loading={look.isPending} onClick={() => look.mutate()}>
            {t("topics.look")}
          </Button>
        </div>
      </PageHead>
      <ErrorText error={look.error} />
      {!data && <Pending error={error} refetch={refetch} />}
      {data && state === "open" && <Lead found={data} />}
      {data?.topics.length === 0 && (
        <Panel>
          <Empty icon="search" title={t(data.run ? "topics.none" : "topics.never")} about={t(data.run ? "topics.none.about" : "topics.never.about")} />
        </Panel>
      )}
      <div className="topics">{first.map(card)}</div>
      {ordinary.length > 0 && (
        <details className="topics-ordinary" open={first.length === 0}>
          <summary>{t("topics.ordinary", { n: ordinary.length })}</summary>
          <div className="topics">{ordinary.map(card)}</div>
        </details>
      )}
    </>
  );
}
