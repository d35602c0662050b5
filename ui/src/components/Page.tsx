import type { ReactNode } from "react";
import { Tooltip } from "antd";
import { Link } from "react-router";
import type { Sentence } from "@/api/types";
import { formatAge, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/components/components.css";

const STALE_AFTER_MS = 26 * 3_600_000;

/** How old the newest voice on this page is. */
export function Freshness({ asOf, short = false }: { asOf: string | null | undefined; short?: boolean }) {
  const { t, language } = useI18n();
  if (!asOf) return null;
  const stale = Date.now() - new Date(asOf).getTime() > STALE_AFTER_MS;
  const age = formatAge(asOf, language);
  return (
    <Tooltip title={t("fresh.title", { at: formatDateTime(asOf, language) })}>
      <span className="fresh num" data-stale={stale}>
        {short ? age : t(stale ? "fresh.stale" : "fresh.asOf", { age })}
      </span>
    </Tooltip>
  );
}

interface HeadProps {
  title: ReactNode;
  about?: ReactNode;
  asOf?: string | null;
  children?: ReactNode;
}

export function PageHead({ title, about, asOf, children }: HeadProps) {
  return (
    <header className="page-head">
      <h1>
        {title} <Freshness asOf={asOf} />
      </h1>
      {children && <div className="actions">{children}</div>}
      {about && <p>{about}</p>}
    </header>
  );
}

interface PanelProps {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  flush?: boolean;
}

export function Panel({ title, aside, children, className = "", flush = false }: PanelProps) {
  return (
    <section className={`panel ${flush ? "panel-flush " : ""}${className}`}>
      {(title || aside) && (
        <div className="panel-head">
          {title && <h2>{title}</h2>}
          {aside && <div className="aside">{aside}</div>}
        </div>
      )}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  );
}

/** The answer of a page in sentences a manager can repeat; each clause leads to its figure. */
export function Sentences({ items }: { items: Sentence[] }) {
  const { name } = useI18n();
  return (
    <ol className="sentences">
      {items.map((item) => (
        <li key={item.text_zh}>
          {item.clauses.length > 0
            ? item.clauses.map((clause, index) => <Clause key={index} text={name(clause)} link={clause.link} />)
            : <Clause text={name({ zh: item.text_zh, en: item.text_en })} link={item.link} />}
        </li>
      ))}
    </ol>
  );
}

function Clause({ text, link }: { text: string; link: string | null }) {
  return link ? <Link to={link}>{text}</Link> : <>{text}</>;
}
