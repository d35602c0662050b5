import { ErrorText } from "@/components/ErrorText";
import { useSignalChange, type Signal } from "@/features/signals/queries";
import { useI18n } from "@/i18n/i18n";

const WEEK_MS = 7 * 86_400_000;

/** What a person can decide about a signal; the answers about its use make the detector's precision. */
export function SignalButtons({ signal }: { signal: Signal }) {
  const { t } = useI18n();
  const change = useSignalChange(signal.id);
  const { state, useful } = signal;
  const judge = (answer: boolean) => change.mutate({ useful: useful === answer ? null : answer });
  const snooze = () => change.mutate({ state: "snoozed", snoozed_until: new Date(Date.now() + WEEK_MS).toISOString() });
  return (
    <div className="signal-do">
      {state === "open" && (
        <button type="button" className="row-action" onClick={() => change.mutate({ state: "acknowledged" })}>
          {t("signal.acknowledge")}
        </button>
      )}
      {(state === "open" || state === "acknowledged") && (
        <button type="button" className="row-action" onClick={snooze}>
          {t("signal.snooze")}
        </button>
      )}
      {state === "closed" ? (
        <button type="button" className="row-action" onClick={() => change.mutate({ state: "open" })}>
          {t("signal.reopen")}
        </button>
      ) : (
        <button type="button" className="row-action" onClick={() => change.mutate({ state: "closed" })}>
          {t("signal.close")}
        </button>
      )}
      <span className="quiet signal-useful">{t("signal.useful")}</span>
      <button type="button" className="row-action" aria-pressed={useful === true} onClick={() => judge(true)}>
        {t("signal.useful.yes")}
      </button>
      <button type="button" className="row-action" aria-pressed={useful === false} onClick={() => judge(false)}>
        {t("signal.useful.no")}
      </button>
      <ErrorText error={change.error} />
    </div>
  );
}
