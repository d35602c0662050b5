import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { notices } from "@/api/queries";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { formatAge } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/notices/notices.css";

/** Opening the page is reading it; what was unread stays marked while one looks. */
function useRead(unread: number | undefined) {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => take(http.POST("/api/v1/notices/read")),
    onSuccess: () => queries.setQueryData(notices.queryKey, (before) => before && { ...before, unread: 0 }),
  });
  useEffect(() => {
    if (unread) mutate();
  }, [unread, mutate]);
}

/** What I should know: who mentioned me, which of my cases are late or open again, which tasks are mine. */
export default function NoticesPage() {
  const { t, language } = useI18n();
  const { data, error, refetch } = useQuery(notices);
  useRead(data?.unread);
  return (
    <>
      <PageHead title={t("nav.notices")} about={t("notices.about")} />
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={5} />}
        {data?.items.length === 0 && <Empty icon="bell" title={t("notices.empty")} about={t("notices.empty.about")} />}
        <ul className="notices">
          {data?.items.map((notice) => (
            <li key={notice.id} data-read={notice.read}>
              <Link to={notice.link}>
                <strong>{t(`notice.${notice.kind}`, { actor: notice.actor_name })}</strong>
                <span>{notice.text}</span>
              </Link>
              <span className="quiet num">{formatAge(notice.at, language)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
