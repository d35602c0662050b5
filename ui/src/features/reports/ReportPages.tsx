import type { ReportPage } from "@/api/types";
import { Chart } from "@/components/Chart";
import { ChartTwin } from "@/components/ChartTwin";
import { Panel, Sentences } from "@/components/Page";
import { useI18n } from "@/i18n/i18n";

function Sheet({ page, place }: { page: ReportPage; place: string }) {
  const { name } = useI18n();
  const title = name({ zh: page.title.text_zh, en: page.title.text_en });
  return (
    <Panel className="report-page" aside={<span className="num">{place}</span>} title={<span className="report-eyebrow">{page.eyebrow}</span>}>
      <Sentences items={[page.title, ...page.body]} />
      <div className="report-content" data-beside={Boolean(page.chart && (page.table || page.quotes.length))}>
        {page.chart && page.chart_table && <Chart option={page.chart} table={page.chart_table} label={title} height={300} />}
        <div>
          {page.table && <ChartTwin table={page.table} label={title} height={Math.min(300, 40 + 30 * page.table.rows.length)} />}
          {page.quotes.map((quote) => (
            <blockquote key={quote.text} className="report-quote">
              {quote.text}
              <cite className="num">
                {quote.source} · {quote.day}
              </cite>
            </blockquote>
          ))}
        </div>
      </div>
      {page.note && <p className="quiet report-note">{page.note}</p>}
    </Panel>
  );
}

/** The report on screen: the same pages, findings and charts that are printed and sent. */
export function ReportPages({ pages }: { pages: ReportPage[] }) {
  return (
    <div className="report-pages">
      {pages.map((page, index) => (
        <Sheet key={page.key} page={page} place={`${index + 1} / ${pages.length}`} />
      ))}
    </div>
  );
}
