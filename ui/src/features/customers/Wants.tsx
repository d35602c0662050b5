import { Link } from "react-router";
import type { Portrait } from "@/features/customers/queries";
import { formatDay } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const SHOWN = 8;

/** What this person needs, hopes and suffers, in their own words, the newest first. */
export function Wants({ data }: { data: Portrait }) {
  const { t, name, language } = useI18n();
  if (data.wants.length === 0) return <p className="quiet">{t("customers.wants.none")}</p>;
  return (
    <ul className="wants">
      {data.wants.slice(0, SHOWN).map((want, place) => (
        <li key={`${want.ref}-${place}`}>
          <span className="need-kind">{t(`need.${want.kind}` as WordKey)}</span>
          <Link to={`?voice=${want.ref}`}>
            <q>{want.words}</q>
          </Link>
          <span className="quiet num">
            {[want.zh && name({ zh: want.zh, en: want.en ?? want.zh }), formatDay(want.day, language)].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
