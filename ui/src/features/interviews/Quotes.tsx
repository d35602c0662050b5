import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { Link, useSearchParams } from "react-router";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { codesOf, quotesOf, type Quote, type Study } from "@/features/interviews/queries";
import { useI18n } from "@/i18n/i18n";

function QuoteRow({ quote, colour }: { quote: Quote; colour: number }) {
  const { t } = useI18n();
  const copy = () => void navigator.clipboard.writeText(`“${quote.text}” —— ${quote.who}`);
  return (
    <li>
      <blockquote data-colour={colour}>{quote.text}</blockquote>
      <p>
        <span className="code-chip" data-colour={colour}>
          {quote.code}
        </span>
        <span className="quiet">{`${quote.conversation} · ${quote.who}`}</span>
        <Link className="link" to={`/collect/interviews/talks/${quote.conversation_id}#turn-${quote.turn_id}`}>
          {t("interviews.context")}
        </Link>
        {quote.quotable ? (
          <Button size="small" type="text" onClick={copy}>
            {t("interviews.copy")}
          </Button>
        ) : (
          <span className="not-quotable">{t("interviews.notQuotable")}</span>
        )}
      </p>
    </li>
  );
}

/** The quote bank: passages by code; what may not be quoted is marked and never exported. */
export function Quotes({ study }: { study: Study }) {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const code = Number(search.get("code")) || undefined;
  const { data: codes } = useQuery(codesOf(study.id));
  const { data, error, refetch } = useQuery(quotesOf(study.id, code));
  const colours = new Map(codes?.map((one) => [one.id, one.colour]));
  return (
    <Panel
      title={t("interviews.view.quotes")}
      aside={
        <>
          <Select
            size="small"
            allowClear
            style={{ minWidth: 160 }}
            value={code}
            placeholder={t("interviews.quotes.all")}
            aria-label={t("interviews.quotes.all")}
            options={codes?.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next?: number) => setSearch(next ? { view: "quotes", code: String(next) } : { view: "quotes" })}
          />
          <a className="link" href={`/api/v1/interviews/studies/${study.id}/quotes.csv`} download>
            {t("interviews.export")}
          </a>
        </>
      }
    >
      {!data && <Pending error={error} refetch={refetch} rows={4} />}
      {data?.length === 0 && <Empty title={t("interviews.quotes.empty")} about={t("interviews.quotes.empty.about")} />}
      <ul className="quote-list">
        {data?.map((quote) => (
          <QuoteRow key={quote.span_id} quote={quote} colour={colours.get(quote.code_id) ?? 0} />
        ))}
      </ul>
    </Panel>
  );
}
