import { Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Icon, type IconName } from "@/components/Icon";
import { Polarity } from "@/components/Polarity";
import type { Moment } from "@/features/customers/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const ICONS: Record<string, IconName> = { voice: "quote", purchase: "act", visit: "overview", survey: "pen", case: "bell", told: "right" };
const KINDS = ["voice", "purchase", "visit", "survey", "case", "told"];
const LINKS: Record<string, (ref: number) => string> = {
  voice: (ref) => `?voice=${ref}`,
  case: (ref) => `/act/cases?case=${ref}`,
  told: (ref) => `/act/actions/${ref}`,
};

function Row({ moment }: { moment: Moment }) {
  const { t, find, language } = useI18n();
  const say = (text: string) => text.split(" → ").map((word) => find(`happened.${word}`) ?? word).join(" → ");
  const isVoice = moment.kind === "voice";
  const to = moment.ref !== null ? LINKS[moment.kind]?.(moment.ref) : undefined;
  return (
    <li className="moment" data-kind={moment.kind}>
      <Icon name={ICONS[moment.kind] ?? "info"} size={15} />
      <div>
        <p>
          {to ? <Link to={to}>{moment.title || t("customers.wordless")}</Link> : say(moment.title)}
          {moment.amount !== null && <strong className="num"> ¥ {formatCount(Math.round(moment.amount), language)}</strong>}
        </p>
        <p className="quiet num">
          {formatDateTime(moment.at, language)} · {t(`moment.${moment.kind}` as WordKey)}
          {moment.detail && ` · ${say(moment.detail)}`} {isVoice && moment.sentiment !== null && <Polarity sentiment={moment.sentiment} />}
        </p>
      </div>
    </li>
  );
}

/** Everything that happened, the newest first; one kind at a time where somebody looks for it. */
export function Timeline({ moments }: { moments: Moment[] }) {
  const { t } = useI18n();
  const [kind, setKind] = useState("");
  if (moments.length === 0) return <p className="quiet">{t("customers.timeline.empty")}</p>;
  const present = KINDS.filter((each) => moments.some((moment) => moment.kind === each));
  const counted = (each: string) => `${t(`moment.${each}` as WordKey)} ${moments.filter((moment) => moment.kind === each).length}`;
  const options = [{ value: "", label: t("customers.filter.all") }, ...present.map((value) => ({ value, label: counted(value) }))];
  const shown = kind ? moments.filter((moment) => moment.kind === kind) : moments;
  return (
    <>
      {present.length > 1 && <Segmented size="small" className="timeline-kinds" value={kind} options={options} onChange={setKind} />}
      <ol className="timeline">
        {shown.map((moment) => (
          <Row key={`${moment.kind}${moment.ref}${moment.at}`} moment={moment} />
        ))}
      </ol>
    </>
  );
}
