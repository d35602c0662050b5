import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { init, registerTheme, use as register, type ECharts } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { ChartOption } from "@/api/types";
import { chartTheme, resolveColours } from "@/theme/chart";
import { useTheme } from "@/theme/theme";

register([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  DatasetComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
]);

interface Props {
  option: ChartOption;
  height: number;
  label: string;
  onSelect?: (datum: { name?: string; data?: unknown; seriesName?: string }) => void;
}

export default function ChartCanvas({ option, height, label, onSelect }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  const { dark } = useTheme();
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const style = getComputedStyle(document.documentElement);
    registerTheme("huiyin", chartTheme(style));
    const chart: ECharts = init(element, "huiyin", { renderer: "svg" });
    chart.setOption({ animationDuration: 300, ...resolveColours(option, style) });
    chart.on("click", (event) => select.current?.(event as never));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={host} style={{ height }} role="img" aria-label={label} />;
}
