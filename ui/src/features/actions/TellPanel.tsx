import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { ApiError, http, take } from "@/api/client";
import type { Estimate, Telling } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { Insufficient, useFigureText } from "@/components/Figure";
import { Heads } from "@/components/Heads";
import { Panel } from "@/components/Page";
import { SkeletonRows } from "@/components/states";
import { useI18n } from "@/i18n/i18n";

const STATES = ["ready", "sent", "held_out", "no_consent", "capped"] as const;

const path = (id: number) => ({ params: { path: { action_id: id } } });

function Share({ estimate }: { estimate: Estimate }) {
  const text = useFigureText();
  if (estimate.value === null) return <Insufficient estimate={estimate} minimum={1} />;
  return (
    <span className="num">
      {text.write(estimate.value, "share")} <span className="quiet">{text.words(estimate, "share")}</span>
    </span>
  );
}

function Told({ told }: { told: Telling }) {
  const { t, name } = useI18n();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => take(http.POST("/api/v1/actions/{action_id}/telling/send", path(told.action_id))),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["telling", told.action_id] }),
  });
  return (
    <>
      <dl className="tell-counts">
        {STATES.map((state) => (
          <div key={state}>
            <dt>{t(`tell.${state}`)}</dt>
            <dd className="num">{told.counts[state] ?? 0}</dd>
          </div>
        ))}
      </dl>
      {(told.counts.ready ?? 0) > 0 && (
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t("tell.send")}
        </Button>
      )}
      <div className="chart-twin tell-outcomes" tabIndex={0} role="region" aria-label={t("tell.within")}>
        <table>
          <Heads names={[t("tell.within"), t("tell.sent"), t("tell.held_out"), t("tell.difference")]} />
          <tbody>
            {told.outcomes.map((outcome) => (
              <tr key={outcome.id}>
                <td>{name(outcome)}</td>
                <td>
                  <Share estimate={outcome.told} />
                </td>
                <td>
                  <Share estimate={outcome.held_out} />
                </td>
                <td>
                  <Share estimate={outcome.difference} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Draft({ id }: { id: number }) {
  const { t } = useI18n();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ["raisers", id], queryFn: () => take(http.GET("/api/v1/actions/{action_id}/raisers", path(id))) });
  const [zh, setZh] = useState<string>();
  const [en, setEn] = useState<string>();
  const keep = useMutation({
    mutationFn: () =>
      take(
        http.POST("/api/v1/actions/{action_id}/telling", {
          ...path(id),
          body: { zh: zh ?? data?.draft_zh ?? "", en: en ?? data?.draft_en ?? "", holdout: 0.2, contact_cap: 2 },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["telling", id] }),
  });
  if (error) return <ErrorText error={error} />;
  if (!data) return <SkeletonRows rows={3} />;
  return (
    <div className="tell-draft">
      <p className="num">{t("tell.raisers", { n: data.customers, consent: data.with_consent })}</p>
      <label>
        中文
        <Input.TextArea autoSize={{ minRows: 3 }} lang="zh" value={zh ?? data.draft_zh} onChange={(event) => setZh(event.target.value)} />
      </label>
      <label>
        English
        <Input.TextArea autoSize={{ minRows: 3 }} lang="en" value={en ?? data.draft_en} onChange={(event) => setEn(event.target.value)} />
      </label>
      <p className="quiet">{t("tell.holdout")}</p>
      <Button loading={keep.isPending} onClick={() => keep.mutate()}>
        {t("tell.draft")}
      </Button>
      <ErrorText error={keep.error} />
    </div>
  );
}

/** Who raised it hears that it was done; some, drawn by chance, do not, so that the effect can be known. */
export function TellPanel({ id }: { id: number }) {
  const { t } = useI18n();
  const { data, error } = useQuery({
    queryKey: ["telling", id],
    queryFn: () => take(http.GET("/api/v1/actions/{action_id}/telling", path(id))),
    retry: false,
  });
  const none = error instanceof ApiError && error.status === 404;
  return (
    <Panel title={t("tell.title")}>
      {data && <Told told={data} />}
      {none && !data && <Draft id={id} />}
      {error && !none && <ErrorText error={error} />}
    </Panel>
  );
}
