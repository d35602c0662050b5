import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Switch, Tooltip } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { useErrorText } from "@/components/ErrorText";
import { type Connector, connectors, kinds } from "@/features/connectors/queries";
import { formatAge, formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** A length of time in the largest unit that it fills; the seconds come from the server. */
function useLength(): (seconds: number | null) => string {
  const { t } = useI18n();
  return (seconds) => {
    if (seconds === null) return "—";
    if (seconds < MINUTE_S) return t("length.seconds", { n: Math.round(seconds) });
    if (seconds < HOUR_S) return t("length.minutes", { n: Math.round(seconds / MINUTE_S) });
    return seconds < 2 * DAY_S ? t("length.hours", { n: Math.round(seconds / HOUR_S) }) : t("length.days", { n: Math.round(seconds / DAY_S) });
  };
}

function PushAddress({ connector }: { connector: Connector }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const words = connector.write_key ?? (connector.push_path && `${location.origin}${connector.push_path}`);
  if (!words) return null;
  const copy = () => void navigator.clipboard.writeText(words).then(() => message.success(t("connector.copied")));
  return (
    <button type="button" className="row-action" onClick={copy}>
      {t(connector.write_key ? "connector.copyKey" : "connector.copyAddress")}
    </button>
  );
}

function LastRun({ connector }: { connector: Connector }) {
  const { t, language } = useI18n();
  const { last_run: run, last_run_at: at } = connector;
  if (!at) return <span className="quiet">{t("connector.never")}</span>;
  return (
    <>
      <span className="num">{formatAge(at, language)}</span>
      {run && !connector.last_error && (
        <span className="quiet num connector-note">
          {t("connector.brought", { accepted: formatCount(run.accepted, language), events: formatCount(run.events, language) })}
        </span>
      )}
      {connector.last_error && <span className="connector-note connector-error">{connector.last_error}</span>}
    </>
  );
}

interface RowProps {
  connector: Connector;
  onLetters: () => void;
}

export function ConnectorRow({ connector, onLetters }: RowProps) {
  const { t, name } = useI18n();
  const length = useLength();
  const { message } = App.useApp();
  const text = useErrorText();
  const queries = useQueryClient();
  const { data } = useQuery(kinds);
  const { freshness } = connector;
  const toggle = useMutation({
    mutationFn: (enabled: boolean) =>
      take(http.PATCH("/api/v1/connectors/{connector_id}", { params: { path: { connector_id: connector.id } }, body: { enabled } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: connectors.queryKey }),
    onError: (error) => void message.error(text(error)),
  });
  return (
    <tr>
      <td>
        <Link className="link" to={`/understand/verbatims?source=${encodeURIComponent(connector.source)}&range=all`}>
          {connector.name}
        </Link>
        <span className="quiet connector-note">{name(data?.find(({ kind }) => kind === connector.kind), connector.kind)}</span>
      </td>
      <td>
        <span className="condition" data-condition={connector.condition}>
          {t(`connector.condition.${connector.condition}`)}
        </span>
      </td>
      <td className="num">
        <Tooltip title={t("connector.fresh.how", { n: freshness.n })}>
          <span>
            {length(freshness.p50_s)} / {length(freshness.p95_s)}
          </span>
        </Tooltip>
      </td>
      <td>
        <LastRun connector={connector} />
      </td>
      <td>
        {connector.dead_letters > 0 ? (
          <button type="button" className="row-action num" onClick={onLetters}>
            {t("connector.letters", { n: connector.dead_letters })}
          </button>
        ) : (
          <span className="quiet connector-none">0</span>
        )}
      </td>
      <td>
        <div className="connector-do">
          <PushAddress connector={connector} />
          <Switch
            aria-label={t("connector.enabled", { name: connector.name })}
            checked={toggle.isPending ? toggle.variables : connector.enabled}
            onChange={(enabled) => toggle.mutate(enabled)}
          />
        </div>
      </td>
    </tr>
  );
}
