import { Tooltip } from "antd";
import { useFigureText } from "@/components/Figure";
import type { Coverage } from "@/features/coverage/queries";
import { useI18n } from "@/i18n/i18n";

type Group = Coverage["crossed"][number];

/** Segment by region: the darker, the better heard; the number is always written. */
export function Heat({ groups }: { groups: Group[] }) {
  const { t } = useI18n();
  const text = useFigureText();
  const regions = [...new Set(groups.map(({ values }) => values.region ?? ""))].sort();
  const segments = [...new Set(groups.map(({ values }) => values.segment ?? ""))].sort();
  const at = new Map(groups.map((group) => [`${group.values.segment}|${group.values.region}`, group]));
  const most = Math.max(0.01, ...groups.map(({ heard }) => heard.value ?? 0));
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col" aria-label={t("coverage.by.segment")} />
            {regions.map((region) => (
              <th key={region} scope="col">
                {region}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <tr key={segment}>
              <th scope="row">{segment}</th>
              {regions.map((region) => {
                const group = at.get(`${segment}|${region}`);
                if (!group || group.heard.value === null) return <td key={region}>—</td>;
                const isThin = group.heard.verdict === "insufficient";
                const isLow = !isThin && group.ratio.high !== null && group.ratio.high < 1;
                return (
                  <td key={region} data-low={isLow} data-thin={isThin} style={{ "--depth": `${Math.round((55 * group.heard.value) / most)}%` } as React.CSSProperties}>
                    <Tooltip title={`${text.words(group.heard, "share")}`}>
                      <span className="num">{isThin ? t("figure.insufficient") : text.write(group.heard.value, "share")}</span>
                    </Tooltip>
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
