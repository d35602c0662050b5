import { useQuery } from "@tanstack/react-query";
import { meta } from "@/api/queries";
import { Figure, useFigureText } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import type { Coverage } from "@/features/coverage/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

interface Props {
  groups: Coverage["crossed"];
  channels: string[];
}

/** The groups of one dimension: heard at all, represented, and through which channel. */
export function GroupTable({ groups, channels }: Props) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const text = useFigureText();
  const most = Math.max(1.2, ...groups.map(({ ratio }) => ratio.high ?? 1));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table">
        <Heads names={[t("coverage.group"), t("coverage.customers"), t("coverage.heard"), t("coverage.ratio"), ...channels.map((channel) => name(data?.channels.find(({ id }) => id === channel), channel))]} />
        <tbody>
          {groups.map((group) => (
            <tr key={JSON.stringify(group.values)}>
              <td>{Object.values(group.values).join(" × ")}</td>
              <td className="num">{formatCount(group.customers, language)}</td>
              <td>
                <Figure estimate={group.heard} unit="share" max={1} />
              </td>
              <td>
                <Figure estimate={group.ratio} unit="ratio" max={most} tone={(group.ratio.high ?? 1) < 1 ? "negative" : "neutral"} />
              </td>
              {channels.map((channel) => {
                const share = group.channels[channel];
                return (
                  <td key={channel} className="num" title={share && text.words(share, "share")}>
                    {share?.value != null && share.verdict === "ok" ? text.write(share.value, "share") : "—"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
