import { Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ApiError } from "@/api/client";
import { useErrorText } from "@/components/ErrorText";
import { Icon, type IconName } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";

export function Skeleton({ height = 16, width = "100%" }: { height?: number; width?: number | string }) {
  return <span className="skeleton" style={{ height, width }} aria-hidden />;
}

export function SkeletonRows({ rows = 6, height = 36 }: { rows?: number; height?: number }) {
  const { t } = useI18n();
  return (
    <div role="status" aria-label={t("state.loading")} style={{ display: "grid", gap: 10, padding: "14px 18px" }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} width={`${100 - (index % 3) * 6}%`} />
      ))}
    </div>
  );
}

interface EmptyProps {
  icon?: IconName;
  title: ReactNode;
  about?: ReactNode;
  children?: ReactNode;
}

/** Nothing here yet: says why, and what to do next. */
export function Empty({ icon = "quote", title, about, children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      {about && <p>{about}</p>}
      {children && <div className="actions">{children}</div>}
    </div>
  );
}

/** A failure in the server's own words, with one thing to do. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useI18n();
  const status = error instanceof ApiError ? error.status : 0;
  const title = t(status === 403 ? "state.forbidden" : status === 404 ? "state.gone" : status === 0 ? "state.offline" : "state.failed");
  const text = useErrorText();
  const words = error instanceof ApiError ? text(error) : t("state.offline.about");
  return (
    <div role="alert">
      <Empty icon="info" title={title} about={words}>
        {retry && status !== 403 && status !== 404 && <Button onClick={retry}>{t("state.retry")}</Button>}
        {status === 404 && (
          <Link className="link" to="/overview">
            {t("notFound.back")}
          </Link>
        )}
      </Empty>
    </div>
  );
}
