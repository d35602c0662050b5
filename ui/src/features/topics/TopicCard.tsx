import { Button, Tooltip } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { AcceptModal } from "@/features/topics/AcceptModal";
import { useTopicChange, type Topic } from "@/features/topics/queries";
import { formatCount, formatDay, formatDecimal } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const FEW = 3;
const AROUND = 18;

function Quote({ quote }: { quote: Topic["quotes"][number] }) {
  const letters = Array.from(quote.text);
  const part = (start: number, end: number) => letters.slice(Math.max(0, start), end).join("");
  return (
    <li>
      <Link to={`/understand/verbatims?voice=${quote.feedback_id}`}>
        {part(quote.start - AROUND, quote.start)}
        <mark>{part(quote.start, quote.end)}</mark>
        {part(quote.end, quote.end + AROUND)}
      </Link>
    </li>
  );
}

/** Why this topic is to be read first. */
function Standing({ standing }: { standing: Topic["standing"] }) {
  const { t, language } = useI18n();
  const points = (share: number | null) => formatDecimal((share ?? 0) * 100);
  const { rush, worse } = standing;
  if (!standing.stands_out) return null;
  return (
    <ul className="topic-standing">
      {rush && (
        <li>
          {t("topics.rush", {
            day: formatDay(rush.since, language),
            customers: formatCount(rush.customers, language),
            expected: formatDecimal(rush.expected, 0),
            times: formatDecimal(rush.times),
          })}
        </li>
      )}
      {worse && <li>{t("topics.worse", { gap: points(worse.value), low: points(worse.low), high: points(worse.high) })}</li>}
    </ul>
  );
}

interface Props {
  topic: Topic;
  taxonomy: string;
  /** The scale of the drawn share, the same on every card. */
  max: number;
}

/** One topic: how many customers, in what voice, in their own words, and what to do with it. */
export function TopicCard({ topic, taxonomy, max }: Props) {
  const { t, language } = useI18n();
  const [accepting, setAccepting] = useState(false);
  const [all, setAll] = useState(false);
  const change = useTopicChange(topic.id);
  const shown = all ? topic.quotes : topic.quotes.slice(0, FEW);
  return (
    <Panel title={topic.name} aside={topic.fresh && <span className="topic-fresh">{t("topics.fresh")}</span>}>
      <Standing standing={topic.standing} />
      <dl className="topic-figures">
        <dt>{t("topics.customers", { n: formatCount(topic.people, language) })}</dt>
        <dd>
          <Figure estimate={topic.customers} unit="share" max={max} showRange />
        </dd>
        <dt>{t("topics.negative")}</dt>
        <dd>
          <Figure estimate={topic.negative} unit="share" max={1} tone="negative" showRange />
        </dd>
        <dt>
          <Tooltip title={t("topics.coherence.how")}>
            <span tabIndex={0}>{t("topics.coherence")}</span>
          </Tooltip>
        </dt>
        <dd className="num">{formatDecimal(topic.coherence, 2)}</dd>
        <dt>{t("topics.words")}</dt>
        <dd>{topic.words.join(" · ")}</dd>
        {topic.named_by && (
          <>
            <dt>{t("topics.namedBy")}</dt>
            <dd>{topic.named_by}</dd>
          </>
        )}
      </dl>
      <ul className="topic-quotes">
        {shown.map((quote) => (
          <Quote key={`${quote.feedback_id}:${quote.start}`} quote={quote} />
        ))}
      </ul>
      <div className="topic-do">
        {topic.state === "open" && (
          <Button type="primary" onClick={() => setAccepting(true)}>
            {t("topics.accept")}
          </Button>
        )}
        {topic.state === "accepted" && topic.aspect && <Link to={`/analyse/taxonomy?name=${taxonomy}&aspect=${topic.aspect}`}>{t("topics.aspect")}</Link>}
        {topic.state !== "accepted" && (
          <Button type="text" loading={change.isPending} onClick={() => change.mutate({ state: topic.state === "open" ? "dismissed" : "open" })}>
            {t(topic.state === "open" ? "topics.dismiss" : "topics.reopen")}
          </Button>
        )}
        {topic.quotes.length > FEW && (
          <Button type="text" onClick={() => setAll(!all)}>
            {t(all ? "topics.fewer" : "topics.more", { n: topic.quotes.length })}
          </Button>
        )}
      </div>
      <ErrorText error={change.error} />
      {accepting && <AcceptModal topic={topic} taxonomy={taxonomy} onClose={() => setAccepting(false)} />}
    </Panel>
  );
}
