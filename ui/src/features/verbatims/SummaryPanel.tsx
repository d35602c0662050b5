import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { FilterQuery } from "@/api/types";
import { Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

interface Props {
  query: FilterQuery;
  onClose: () => void;
}

/** What the newest voices say in a few points; a quote leads to its voice. */
export function SummaryPanel({ query, onClose }: Props) {
  const { t, language } = useI18n();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["verbatims", "summary", query, language],
    queryFn: ({ signal }) => take(http.GET("/api/v1/verbatims/summary", { params: { query: { ...query, lang: language } }, signal })),
    staleTime: Infinity,
    retry: false,
  });
  const voice = (id: number) => {
    const search = new URLSearchParams(location.search);
    search.set("voice", String(id));
    return `?${search.toString()}`;
  };
  return (
    <Panel
      title={t("summary.title")}
      aside={
        <Button type="text" size="small" onClick={onClose}>
          {t("summary.close")}
        </Button>
      }
    >
      {isFetching && <SkeletonRows rows={3} />}
      {error && !isFetching && <Failure error={error} retry={() => void refetch()} />}
      {data && !isFetching && data.points.length === 0 && <Empty title={t("summary.empty")} about={t("summary.empty.about")} />}
      {data && !isFetching && data.points.length > 0 && (
        <ol className="summary-points">
          {data.points.map((point) => (
            <li key={point.point}>
              <p>{point.point}</p>
              {point.quotes.map((quote) => (
                <Link key={`${quote.feedback_id}${quote.quote}`} className="need" to={voice(quote.feedback_id)}>
                  <q>{quote.quote}</q>
                </Link>
              ))}
            </li>
          ))}
        </ol>
      )}
      {data && !isFetching && (
        <p className="summary-about">
          {t("summary.about", { model: data.model, n: formatCount(data.voices, language), total: formatCount(data.total, language), dropped: data.dropped })}
        </p>
      )}
    </Panel>
  );
}
