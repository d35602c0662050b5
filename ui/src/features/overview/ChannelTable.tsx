import { Link } from "react-router";
import type { ChannelRow, Dated } from "@/api/types";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

export function ChannelTable({ rows, dated }: { rows: ChannelRow[] | undefined; dated: Partial<Dated> | undefined }) {
  const { t, name, language } = useI18n();
  const max = Math.max(...(rows ?? []).map(({ share_negative: one }) => one.high ?? 0), 0.1);
  return (
    <Panel className="span-12" title={t("overview.channels")} aside={<How about="how.negativeShare" dated={dated} />}>
      {!rows && <SkeletonRows rows={4} />}
      <div className="channel-columns">
        {rows?.map((row) => (
          <Link key={row.channel} className="channel-row" to={row.link}>
            <span>{name(row)}</span>
            <span className="num quiet">{t("unit.voices", { n: formatCount(row.voices, language) })}</span>
            <Figure estimate={row.share_negative} unit="share" max={max} tone="negative" />
          </Link>
        ))}
      </div>
    </Panel>
  );
}
