import { Link } from "react-router";
import { Icon, type IconName } from "@/components/Icon";
import { Polarity } from "@/components/Polarity";
import type { Moment } from "@/features/customers/queries";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

const ICONS: Record<string, IconName> = { voice: "quote", purchase: "act", visit: "overview" };

function Row({ moment }: { moment: Moment }) {
  const { t, find, language } = useI18n();
  const say = (text: string) => text.split(" → ").map((word) => find(`happened.${word}`) ?? word).join(" → ");
  const isVoice = moment.kind === "voice";
  return (
    <li className="moment" data-kind={moment.kind}>
      <Icon name={ICONS[moment.kind] ?? "info"} size={15} />
      <div>
        <p>
          {isVoice ? <Link to={`?voice=${moment.ref}`}>{moment.title || t("customers.wordless")}</Link> : say(moment.title)}
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

export function Timeline({ moments }: { moments: Moment[] }) {
  const { t } = useI18n();
  if (moments.length === 0) return <p className="quiet">{t("customers.timeline.empty")}</p>;
  return (
    <ol className="timeline">
      {moments.map((moment) => (
        <Row key={`${moment.kind}${moment.ref}${moment.at}`} moment={moment} />
      ))}
    </ol>
  );
}
