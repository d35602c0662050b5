import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { Link } from "react-router";
import { meta, voice as voiceQuery } from "@/api/queries";
import type { Meta, Voice } from "@/api/types";
import { Highlighted } from "@/components/Highlighted";
import { Icon } from "@/components/Icon";
import { Needs } from "@/components/Needs";
import { Polarity } from "@/components/Polarity";
import { Failure, SkeletonRows } from "@/components/states";
import { useIsPhone } from "@/components/useIsPhone";
import { exclusionsOf, LeaveOut, LeftOutText } from "@/features/verbatims/LeaveOut";
import { formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/verbatims/verbatims.css";

function Origin({ voice, known }: { voice: Voice; known: Meta | undefined }) {
  const { t, name, language } = useI18n();
  const { customer } = voice;
  const rows: [WordKey, string | null | undefined][] = [
    ["filter.channel", name(known?.channels.find(({ id }) => id === voice.channel), voice.channel)],
    ["filter.source", voice.source],
    ["voice.at", `${formatDateTime(voice.occurred_at, language)} ${t("how.zone")}`],
    ["filter.product", voice.product],
    ["voice.rating", voice.rating === null ? null : [voice.rating, voice.rating_scale].filter((x) => x !== null).join(" / ")],
    ["voice.author", voice.author],
    ["voice.customer", customer?.name],
    ["filter.segment", customer?.segment],
    ["filter.region", customer?.region],
  ];
  return (
    <dl className="facts-list num">
      {rows
        .filter(([, value]) => value)
        .map(([word, value]) => (
          <div key={word} style={{ display: "contents" }}>
            <dt>{t(word)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Opinions({ voice }: { voice: Voice }) {
  const { t, name } = useI18n();
  return (
    <table className="drawer-opinions">
      <tbody>
        {voice.opinions.map((opinion, index) => (
          <tr key={index}>
            <td>
              <Link className="link" to={`/understand/facts/${opinion.aspect}`}>
                {name(opinion, opinion.aspect)}
              </Link>
            </td>
            <td>
              <Polarity sentiment={opinion.sentiment} />
            </td>
            <td>{t(`type.${opinion.type}` as WordKey)}</td>
            <td className="num quiet">
              {t("voice.confidence", { n: Math.round(opinion.confidence * 100) })}
              {opinion.judged_by && <span className="drawer-judge">{t("voice.judgedBy", { model: opinion.judged_by })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One voice whole: the original text, what was read in it, and who said it where. */
export default function VoiceDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const { data, error, refetch } = useQuery(voiceQuery(Number(id)));
  const { data: known } = useQuery(meta);
  const { data: decisions } = useQuery({ ...exclusionsOf(Number(id)), retry: false });
  const isOut = decisions?.some((one) => !one.restored_at) ?? false;
  return (
    <Drawer open title={t("voice.title")} size={isPhone ? "88dvh" : 520} placement={isPhone ? "bottom" : "right"} onClose={onClose}>
      {error && !isOut && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {isOut && <LeftOutText id={Number(id)} />}
      {data && !isOut && (
        <>
          <p className="drawer-text">
            <Highlighted text={data.text} opinions={data.opinions} />
          </p>
          <Origin voice={data} known={known} />
          <Opinions voice={data} />
          <Needs voice={data} />
          <p style={{ marginTop: 16 }}>
            <Link className="link" to={`/act/cases?new-case=${data.id}`}>
              {t("case.fromVoice")}
            </Link>
          </p>
          {data.url && (
            <p style={{ marginTop: 16 }}>
              <a className="link" href={data.url} target="_blank" rel="noreferrer noopener">
                {t("voice.source")} <Icon name="external" size={13} />
              </a>
            </p>
          )}
        </>
      )}
      <LeaveOut key={id} id={Number(id)} />
    </Drawer>
  );
}
