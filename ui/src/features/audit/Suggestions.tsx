import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { languageModel, suggestions } from "@/features/audit/queries";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Suggestion = components["schemas"]["LabelSuggestionOut"];

const AROUND = 60;
const ASKED_AT_ONCE = 8;

/** The passage in question with a little around it; the words the suggestion stands on are marked. */
function Passage({ one }: { one: Suggestion }) {
  const letters = Array.from(one.text);
  const from = Math.max(0, Math.min(one.start, one.quote_start) - AROUND);
  const to = Math.max(one.end, one.quote_end) + AROUND;
  const part = (start: number, end: number) => letters.slice(start, end).join("");
  return (
    <Link className="suggestion-text" to={`/understand/verbatims?voice=${one.feedback_id}`}>
      {from > 0 && "…"}
      {part(from, one.quote_start)}
      <mark>{part(one.quote_start, one.quote_end)}</mark>
      {part(one.quote_end, to)}
      {to < letters.length && "…"}
    </Link>
  );
}

function useDecision(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (state: "accepted" | "rejected") => take(http.PATCH("/api/v1/suggestions/{suggestion_id}", { params: { path: { suggestion_id: id } }, body: { state } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["suggestions"] }),
  });
}

function Row({ one, canDecide }: { one: Suggestion; canDecide: boolean }) {
  const { t, name } = useI18n();
  const decide = useDecision(one.id);
  return (
    <li>
      <Passage one={one} />
      <dl className="suggestion-said">
        <dt>{t("suggestion.machine", { n: Math.round(one.confidence * 100) })}</dt>
        <dd>
          <Polarity sentiment={one.machine.sentiment} label={name(one.machine, one.machine.aspect)} />
        </dd>
        <dt>{one.model}</dt>
        <dd>
          <Polarity sentiment={one.suggested.sentiment} label={name(one.suggested, one.suggested.aspect)} />
        </dd>
      </dl>
      {canDecide && (
        <div className="suggestion-do">
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate("accepted")}>
            {t("suggestion.accept")}
          </Button>
          <Button size="small" type="text" disabled={decide.isPending} onClick={() => decide.mutate("rejected")}>
            {t("suggestion.reject")}
          </Button>
        </div>
      )}
      <ErrorText error={decide.error} />
    </li>
  );
}

/** What the language model says where the machine is unsure; absent where there is neither a model nor an answer of one. */
export function Suggestions({ canDecide }: { canDecide: boolean }) {
  const { t, language } = useI18n();
  const client = useQueryClient();
  const { data: model } = useQuery({ ...languageModel, retry: false });
  const { data } = useQuery({ ...suggestions, retry: false });
  const ask = useMutation({
    mutationFn: () => take(http.POST("/api/v1/suggestions", { body: { most: ASKED_AT_ONCE } })),
    onSettled: () => void client.invalidateQueries({ queryKey: ["suggestions"] }),
  });
  if (!model || !data || (!model.on && data.total === 0)) return null;
  return (
    <Panel
      title={t("suggestion.title")}
      aside={
        model.on &&
        canDecide && (
          <Button size="small" loading={ask.isPending} onClick={() => ask.mutate()}>
            {t("suggestion.ask")}
          </Button>
        )
      }
    >
      <p className="audit-about">{t("suggestion.about")}</p>
      <ErrorText error={ask.error} />
      {ask.data && <p role="status">{t(ask.data.asked ? "suggestion.asked" : "suggestion.asked.none", { ...ask.data })}</p>}
      {data.items.length > 0 && (
        <>
          <p className="quiet num">{t("suggestion.open", { n: formatCount(data.total, language), shown: data.items.length })}</p>
          <ul className="suggestions">
            {data.items.map((one) => (
              <Row key={one.id} one={one} canDecide={canDecide} />
            ))}
          </ul>
        </>
      )}
      {data.items.length === 0 && !ask.data && <p className="quiet">{t("suggestion.empty")}</p>}
    </Panel>
  );
}
