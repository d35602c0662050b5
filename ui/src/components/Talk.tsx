import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import type { SubjectKind } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { formatAge } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/components/talk.css";

/** What colleagues say about one thing; `@` calls somebody. */
export function Talk({ kind, id }: { kind: SubjectKind; id: string }) {
  const { t, language } = useI18n();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const key = ["comments", kind, id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => take(http.GET("/api/v1/comments", { params: { query: { kind, about: id } } })),
  });
  const say = useMutation({
    mutationFn: () => take(http.POST("/api/v1/comments", { body: { kind, id, text } })),
    onSuccess: () => {
      setText("");
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  const nameOf = (username: string) => data?.colleagues.find((each) => each.username === username)?.display_name ?? username;
  return (
    <section className="talk" aria-label={t("talk.title")}>
      <h3>{t("talk.title")}</h3>
      <ol>
        {data?.items.map((comment) => (
          <li key={comment.id}>
            <strong>{nameOf(comment.author)}</strong> <span className="quiet num">{formatAge(comment.at, language)}</span>
            <p>{comment.text}</p>
          </li>
        ))}
      </ol>
      <Mentions
        value={text}
        rows={2}
        aria-label={t("talk.say")}
        placeholder={t("talk.say")}
        onChange={setText}
        options={(data?.colleagues ?? []).map(({ username, display_name: shown }) => ({ value: username, label: `${shown} (${username})` }))}
      />
      <Button disabled={!text.trim()} loading={say.isPending} onClick={() => say.mutate()}>
        {t("talk.send")}
      </Button>
      <ErrorText error={say.error} />
    </section>
  );
}
