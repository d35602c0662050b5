import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { Anecdote } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Figure } from "@/components/Figure";
import { Highlighted } from "@/components/Highlighted";
import { How } from "@/components/How";
import { PageHead, Panel, Sentences } from "@/components/Page";
import { Direction, Spark, unhappyShares } from "@/components/Spark";
import { Empty } from "@/components/states";
import { useI18n } from "@/i18n/i18n";
import "@/features/anecdotes/anecdotes.css";

type Issue = Anecdote["issues"][number];

function IssueCard({ issue, max }: { issue: Issue; max: number }) {
  const { t, name } = useI18n();
  const { fact, reach, verdict } = issue;
  return (
    <article className="shared-issue">
      <header>
        <h3>
          <Link to={fact.link}>{name(fact, fact.aspect)}</Link>
        </h3>
        <span className="reach" data-reach={reach}>
          {t(`reach.${reach}`)}
        </span>
      </header>
      <p>{name({ zh: verdict.text_zh, en: verdict.text_en })}</p>
      <div className="shared-figures">
        <Figure estimate={fact.negative_customers} unit="share" max={max} tone="negative" showRange />
        <Spark values={unhappyShares(fact.trend)} label={t("fact.weeks")} />
        <Direction direction={fact.trend.direction} />
      </div>
      <Link className="link" to={`/understand/verbatims?aspect=${fact.aspect}&sentiment=-1`}>
        {t("anecdote.others")}
      </Link>
    </article>
  );
}

function Answer({ found }: { found: Anecdote }) {
  const { t } = useI18n();
  const max = Math.max(0.01, ...found.issues.map(({ fact }) => fact.negative_customers.high ?? 0)) * 1.2;
  return (
    <Panel title={t("anecdote.answer")} aside={<How about="how.anecdote" dated={found} n={found.base.customers} />}>
      <Sentences items={[found.summary]} />
      <p className="story">
        <Highlighted text={found.text} opinions={found.opinions} />
      </p>
      {found.issues.map((issue) => (
        <IssueCard key={issue.fact.aspect} issue={issue} max={max} />
      ))}
    </Panel>
  );
}

/** A story moves people; this page says how many customers share it before anybody acts on it. */
export default function AnecdotePage() {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const check = useMutation({
    mutationFn: () => take(http.POST("/api/v1/anecdotes/check", { body: { text } })),
  });
  return (
    <>
      <PageHead title={t("nav.anecdote")} about={t("anecdote.about")} />
      <div className="anecdote">
        <Panel>
          <Input.TextArea
            autoFocus
            aria-label={t("anecdote.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoSize={{ minRows: 6, maxRows: 16 }}
            placeholder={t("anecdote.hint")}
          />
          <ErrorText error={check.error} />
          <Button type="primary" style={{ marginTop: 12 }} disabled={!text.trim()} loading={check.isPending} onClick={() => check.mutate()}>
            {t("anecdote.check")}
          </Button>
        </Panel>
        {check.data ? (
          <Answer found={check.data} />
        ) : (
          <Panel>
            <Empty title={t("anecdote.empty")} about={t("anecdote.empty.about")} />
          </Panel>
        )}
      </div>
    </>
  );
}
