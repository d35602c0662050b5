import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Attention } from "@/features/customers/Attention";
import { search } from "@/features/customers/queries";
import { formatAge, formatCount } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

/** The persons found, or, before anybody is looked for, how far identities are known and who needs attention. */
export function SearchResults({ q }: { q: string }) {
  const { t, language } = useI18n();
  const { data, error, refetch } = useQuery(search(q));
  if (!data) return <Pending error={error} refetch={refetch} rows={4} />;
  if (q && data.items.length === 0) {
    return (
      <Panel>
        <Empty title={t("customers.nobody")} about={t("customers.nobody.about")} />
      </Panel>
    );
  }
  if (!q) {
    const known = data.figures;
    if (!known || !data.resolved_at) {
      return (
        <Panel>
          <Empty title={t("customers.unresolved")} about={t("customers.unresolved.about")} />
        </Panel>
      );
    }
    const words = { accounts: known.accounts, persons: known.persons, linked: known.linked_authors, authors: known.authors };
    const counts = Object.fromEntries(Object.entries(words).map(([key, n]) => [key, formatCount(n, language)]));
    return (
      <>
        <p className="quiet num">
          {t("customers.state", counts)} {t("customers.state.at", { age: formatAge(data.resolved_at, language) })}
        </p>
        <Attention />
      </>
    );
  }
  return (
    <Panel flush>
      <ul className="found">
        {data.items.map((item) => (
          <li key={item.person}>
            <Link to={`/understand/customers/${item.person}`}>
              <strong>{item.label}</strong>
              <span className="quiet">
                {t(`handle.${item.kind}` as WordKey)} {item.value}
              </span>
              <span className="quiet num">{t("customers.accounts", { n: item.accounts })}</span>
              <span className="tag" data-known={item.known_customer}>
                {t(item.known_customer ? "customers.known" : "customers.unknown")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
