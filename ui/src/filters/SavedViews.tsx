import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Popconfirm, Popover } from "antd";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import { ErrorText } from "@/components/ErrorText";
import { Icon } from "@/components/Icon";
import { NAVIGATION } from "@/app/navigation";
import { useI18n } from "@/i18n/i18n";

type View = components["schemas"]["ViewOut"];

const views = queryOptions({ queryKey: ["views"], queryFn: () => take(http.GET("/api/v1/views")) });

/** What opens over a page is no part of the question. */
const FLEETING = ["voice", "new-action", "audit"];

function stateOf(search: string): string {
  const kept = new URLSearchParams(search);
  FLEETING.forEach((key) => kept.delete(key));
  return kept.toString();
}

function usePageName(): (path: string) => string {
  const { t } = useI18n();
  const pages = NAVIGATION.flatMap((group) => group.pages);
  return (path) => {
    const page = pages.find((one) => path === one.path || path.startsWith(`${one.path}/`));
    return page ? t(page.word) : path;
  };
}

function Keep({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const { pathname, search } = useLocation();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const keep = useMutation({
    mutationFn: () => take(http.POST("/api/v1/views", { body: { name, page: pathname, query: stateOf(search), shared } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["views"] });
      setName("");
      onDone();
    },
  });
  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) keep.mutate();
      }}
    >
      <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} placeholder={t("views.name")} aria-label={t("views.name")} />
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t("views.share")}
      </Checkbox>
      <Button type="primary" htmlType="submit" loading={keep.isPending} disabled={!name.trim()}>
        {t("views.keep")}
      </Button>
      <ErrorText error={keep.error} />
    </form>
  );
}

function Row({ view, onOpen }: { view: View; onOpen: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const pageName = usePageName();
  const [renaming, setRenaming] = useState<string | null>(null);
  const done = { onSuccess: () => void client.invalidateQueries({ queryKey: ["views"] }) };
  const params = { path: { view_id: view.id } };
  const change = useMutation({ mutationFn: (body: components["schemas"]["ViewChangeIn"]) => take(http.PATCH("/api/v1/views/{view_id}", { params, body })), ...done });
  const forget = useMutation({ mutationFn: () => take(http.DELETE("/api/v1/views/{view_id}", { params })), ...done });
  const rename = () => {
    if (renaming?.trim() && renaming.trim() !== view.name) change.mutate({ name: renaming });
    setRenaming(null);
  };
  return (
    <li className="view-row">
      {renaming === null ? (
        <Link to={view.query ? `${view.page}?${view.query}` : view.page} onClick={onOpen}>
          {view.name}
          <small>
            {pageName(view.page)}
            {view.shared && ` · ${view.mine ? t("views.shared") : t("views.sharedBy", { name: view.owner })}`}
          </small>
        </Link>
      ) : (
        <Input size="small" autoFocus value={renaming} onChange={(event) => setRenaming(event.target.value)} onPressEnter={rename} onBlur={rename} aria-label={t("views.rename")} />
      )}
      {view.mine && (
        <span className="view-tools">
          <button type="button" className="icon-button" aria-label={`${t("views.rename")} ${view.name}`} title={t("views.rename")} onClick={() => setRenaming(view.name)}>
            <Icon name="pen" size={14} />
          </button>
          <button type="button" className="icon-button" aria-pressed={view.shared} aria-label={`${t(view.shared ? "views.unshare" : "views.share")} ${view.name}`} title={t(view.shared ? "views.unshare" : "views.share")} onClick={() => change.mutate({ shared: !view.shared })}>
            <Icon name={view.shared ? "user" : "external"} size={14} />
          </button>
          <Popconfirm title={t("views.forget.sure")} okText={t("views.forget")} cancelText={t("views.cancel")} onConfirm={() => forget.mutate()}>
            <button type="button" className="icon-button" aria-label={`${t("views.forget")} ${view.name}`} title={t("views.forget")}>
              <Icon name="close" size={14} />
            </button>
          </Popconfirm>
        </span>
      )}
    </li>
  );
}

/** 已存视图: the address of the page is the whole question, so keeping it keeps everything. */
export function SavedViews() {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...views, enabled: open });
  const close = () => setOpen(false);
  const content = (
    <div className="views">
      <Keep onDone={close} />
      {data?.length === 0 && <p className="quiet">{t("views.empty")}</p>}
      <ul>{data?.map((view) => <Row key={view.id} view={view} onOpen={close} />)}</ul>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} open={open} onOpenChange={setOpen} content={content} destroyOnHidden>
      <button type="button" className="chip">
        <Icon name="link" size={14} />
        <span>{t("views.title")}</span>
      </button>
    </Popover>
  );
}
