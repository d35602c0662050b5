import { useNavigate } from "react-router";
import type { ChartOption, Dated, Named, Table } from "@/api/types";
import { Chart } from "@/components/Chart";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface Props {
  title: WordKey;
  found: Partial<Dated> & { chart: ChartOption; table: Table; how: Named; aspects: { aspect: string; link: string }[] };
  customers: number;
}

/** Aspects on two measures; pressing a point opens its aspect. */
export function AspectMap({ title, found, customers }: Props) {
  const { t } = useI18n();
  const navigate = useNavigate();
  return (
    <Panel title={t(title)} aside={<span style={{ marginRight: 30 }}><How about={found.how} dated={found} n={customers} /></span>}>
      <Chart
        option={found.chart}
        table={found.table}
        label={t(title)}
        dated={found}
        height={420}
        onSelect={({ data: datum }) => {
          const row = found.aspects.find(({ aspect }) => aspect === (datum as { aspect?: string } | undefined)?.aspect);
          if (row) void navigate(row.link);
        }}
      />
    </Panel>
  );
}
