import { lazy, Suspense, useState } from "react";
import type { ChartOption, Table } from "@/api/types";
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
  onSelect?: (datum: { name?: string; data?: unknown; seriesName?: string }) => void;
}

/** A figure of the server, with a table twin for those who would rather read it. */
export function Chart({ option, table, height = 260, label, onSelect }: Props) {
  const { t } = useI18n();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure style={{ position: "relative" }}>
      <button
        type="button"
        className="icon-button"
        style={{ position: "absolute", right: 0, top: -36, zIndex: 2 }}
        onClick={() => setAsTable(!asTable)}
        aria-label={t(asTable ? "chart.asChart" : "chart.asTable")}
        title={t(asTable ? "chart.asChart" : "chart.asTable")}
      >
        <Icon name={asTable ? "chart" : "table"} size={15} />
      </button>
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
