import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { http, take } from "@/api/client";
import { useErrorText } from "@/components/ErrorText";
import { Pending } from "@/components/Pending";
import { SideDrawer } from "@/components/SideDrawer";
import { Empty } from "@/components/states";
import { type Connector, connectors, type DeadLetter, deadLetters } from "@/features/connectors/queries";
import { formatAge } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function useLetter(letter: DeadLetter) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const text = useErrorText();
  const queries = useQueryClient();
  const params = { path: { letter_id: letter.id } };
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["dead-letters"] });
    void queries.invalidateQueries({ queryKey: connectors.queryKey });
  };
  const fail = (error: Error) => void message.error(text(error));
  const replay = useMutation({
    mutationFn: () => take(http.POST("/api/v1/dead-letters/{letter_id}/replay", { params })),
    onSuccess: ({ rejected }) => void (rejected ? message.warning(t("letter.again")) : message.success(t("letter.in"))),
    onSettled: refresh,
    onError: fail,
  });
  const drop = useMutation({
    mutationFn: () => take(http.POST("/api/v1/dead-letters/{letter_id}/drop", { params })),
    onSettled: refresh,
    onError: fail,
  });
  return { replay, drop };
}

function LetterRow({ letter }: { letter: DeadLetter }) {
  const { t, language } = useI18n();
  const { replay, drop } = useLetter(letter);
  return (
    <li className="letter">
      <strong>
        {letter.field && <code>{letter.field}</code>} {letter.reason}
      </strong>
      {letter.expected && <span className="quiet">{t("letter.expected", { expected: letter.expected })}</span>}
      <pre tabIndex={0} aria-label={t("letter.payload")}>
        {letter.text}
      </pre>
      <span className="quiet num">
        {formatAge(letter.last_at, language)} · {t("letter.attempts", { n: letter.attempts })}
      </span>
      <span className="letter-do">
        <button type="button" className="row-action" disabled={replay.isPending} onClick={() => replay.mutate()}>
          {t("letter.replay")}
        </button>
        <button type="button" className="row-action" disabled={drop.isPending} onClick={() => drop.mutate()}>
          {t("letter.drop")}
        </button>
      </span>
    </li>
  );
}

export function DeadLetters({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const { t } = useI18n();
  const { data, error, refetch } = useQuery(deadLetters(connector.id));
  return (
    <SideDrawer title={t("letter.title", { name: connector.name })} width={560} onClose={onClose}>
      <p className="quiet">{t("letter.about")}</p>
      {!data && <Pending error={error} refetch={refetch} rows={4} />}
      {data?.length === 0 && <Empty icon="collect" title={t("letter.empty")} />}
      <ul className="letters">
        {data?.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
    </SideDrawer>
  );
}
