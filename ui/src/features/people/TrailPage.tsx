import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { http, take } from "@/api/client";
import type { AuditEntry } from "@/api/types";
import { Heads } from "@/components/Heads";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/people/people.css";

const PAGE = 100;

/** What an entry carries, as a reader would write it: name and value, nothing nested. */
function detailWords(detail: AuditEntry["detail"]): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("，");
}

/** The thing that a deed was done to: what it is, its number, and what it is called while it is there. */
function Thing({ entry }: { entry: AuditEntry }) {
  const { find, name } = useI18n();
  const { object_kind: kind, object_id: id, object_name: called } = entry;
  if (!id) return null;
  const words = [`${find(`trail.kind.${kind}`) ?? kind} ${/^\d+$/.test(id) ? "#" : ""}${id}`, name(called)];
  return <span className="quiet people-note">{words.filter(Boolean).join(" · ")}</span>;
}

function Row({ entry }: { entry: AuditEntry }) {
  const { find, language } = useI18n();
  return (
    <tr>
      <td className="num">{formatDateTime(entry.at, language)}</td>
      <td>{entry.actor}</td>
      <td>
        {find(`trail.${entry.event}`) ?? <code>{entry.event}</code>}
        <Thing entry={entry} />
      </td>
      <td className="quiet people-detail">{detailWords(entry.detail)}</td>
    </tr>
  );
}

const HEADS = ["trail.at", "trail.who", "trail.what", "trail.detail"] as const;

/** Who did what to which thing, newest first. */
export default function TrailPage() {
  const { t } = useI18n();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["trail"],
    queryFn: ({ pageParam }) => take(http.GET("/api/v1/audit", { params: { query: { limit: PAGE, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <>
      <PageHead title={t("nav.trail")} about={t("trail.about")} />
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={8} />}
        {data && (
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t("nav.trail")}>
            <table className="people trail">
              <Heads names={HEADS.map((word) => t(word))} />
              <tbody>{data.pages.flatMap((page) => page.items.map((entry) => <Row key={entry.id} entry={entry} />))}</tbody>
            </table>
          </div>
        )}
      </Panel>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("trail.more")}
        </Button>
      )}
    </>
  );
}
