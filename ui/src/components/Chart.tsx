import { Dropdown, message } from "antd";
import { lazy, Suspense, useState } from "react";
import { http } from "@/api/client";
import type { ChartOption, Dated, Table } from "@/api/types";
import { ChartTwin } from "@/components/ChartTwin";
import { Icon } from "@/components/Icon";
import { Skeleton } from "@/components/states";
import { useI18n } from "@/i18n/i18n";

const ChartCanvas = lazy(() => import("@/components/ChartCanvas"));

interface Props {
  option: ChartOption;
  table: Table;
  height?: number;
  label: string;
  /** The days the chart covers, written under the title of its picture. */
  dated?: Partial<Dated>;
  onSelect?: (datum: { name?: string; data?: unknown; seriesName?: string }) => void;
}

function save(content: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The chart's table twin; a mark in front lets spreadsheets read it as UTF-8. */
function csvOf(table: Table): Blob {
  const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  const lines = [table.columns, ...table.rows].map((row) => row.map(cell).join(","));
  return new Blob([`\uFEFF${lines.join("\n")}`], { type: "text/csv" });
}

/** A figure of the server: to look at, to read as a table, to take along as a picture or a table. */
export function Chart({ option, table, height = 260, label, dated, onSelect }: Props) {
  const { t } = useI18n();
  const [asTable, setAsTable] = useState(false);
  const [notices, noticeHolder] = message.useMessage();
  const note = dated?.window ? `${dated.window.from} – ${dated.window.to} ${t("chart.note")}` : t("chart.note");
  const picture = async () => {
    const body = { option, title: label, note, width: 1080, height: Math.round(height * 1.3) };
    const { data } = await http.POST("/api/v1/charts/picture", { body, parseAs: "blob" });
    if (data instanceof Blob) save(data, `${label}.png`);
    else void notices.error(t("chart.picture.failed"));
  };
  const does: Record<string, () => void> = {
    table: () => setAsTable(!asTable),
    png: () => void picture(),
    csv: () => save(csvOf(table), `${label}.csv`),
  };
  const items = [
    { key: "table", label: t(asTable ? "chart.asChart" : "chart.asTable") },
    { key: "png", label: t("export.png") },
    { key: "csv", label: t("export.csv") },
  ];
  return (
    <figure style={{ position: "relative" }}>
      {noticeHolder}
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items, onClick: ({ key }) => does[key]?.() }}>
        <button type="button" className="icon-button chart-more" aria-label={`${label}${t("chart.more")}`} title={t("chart.more")}>
          <Icon name={asTable ? "chart" : "table"} size={15} />
        </button>
      </Dropdown>
      {asTable ? (
        <ChartTwin table={table} label={label} height={height} />
      ) : (
        <Suspense fallback={<Skeleton height={height} />}>
          <ChartCanvas option={option} height={height} label={label} onSelect={onSelect} />
        </Suspense>
      )}
    </figure>
  );
}
