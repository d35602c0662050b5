import { useMutation } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { useI18n } from "@/i18n/i18n";

export interface Example {
  feedback_id: number | null;
  start: number | null;
  end: number | null;
  text: string;
  holds: boolean;
}

interface Props {
  taxonomy: string;
  /** The aspect whose audit labels can be taken; null for a new one. */
  aspect: string | null;
  value?: Example[];
  onChange?: (value: Example[]) => void;
}

/** A few clauses that are about the aspect, and look-alikes that are not: pasted, or found among the voices. */
export function ExamplesField({ taxonomy, aspect, value = [], onChange }: Props) {
  const { t } = useI18n();
  const [typed, setTyped] = useState("");
  const find = useMutation({
    mutationFn: (q: string) => take(http.GET("/api/v1/verbatims", { params: { query: { q, limit: 6 } } })),
  });
  const add = (more: Example[]) => {
    const known = new Set(value.map((one) => one.text));
    onChange?.([...value, ...more.filter((one) => one.text && !known.has(one.text))]);
  };
  const audited = useMutation({
    mutationFn: (id: string) => take(http.GET("/api/v1/taxonomies/{name}/aspects/{aspect}/labelled", { params: { path: { name: taxonomy, aspect: id } } })),
    onSuccess: add,
  });
  const paste = () => {
    const lines = typed.split("\n").map((line) => line.trim());
    add(lines.map((text) => ({ feedback_id: null, start: null, end: null, text, holds: true })));
    setTyped("");
    find.reset();
  };
  const change = (at: number, holds: boolean) => onChange?.(value.map((one, place) => (place === at ? { ...one, holds } : one)));
  return (
    <div className="examples">
      <Input.TextArea
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t("taxonomy.examples.hint")}
        aria-label={t("taxonomy.examples")}
      />
      <div className="examples-do">
        <Button size="small" disabled={!typed.trim()} onClick={paste}>
          {t("taxonomy.examples.paste")}
        </Button>
        <Button size="small" disabled={!typed.trim()} loading={find.isPending} onClick={() => find.mutate(typed.trim())}>
          {t("taxonomy.examples.find")}
        </Button>
        {aspect !== null && (
          <Button size="small" loading={audited.isPending} onClick={() => audited.mutate(aspect)}>
            {t("taxonomy.examples.audited")}
          </Button>
        )}
        <span className="quiet num">{t("taxonomy.examples.count", { n: value.length })}</span>
      </div>
      <ErrorText error={find.error ?? audited.error} />
      {audited.data?.length === 0 && <p className="quiet">{t("taxonomy.examples.unaudited")}</p>}
      {find.data && (
        <ul className="found">
          {find.data.items.length === 0 && <li className="quiet">{t("taxonomy.examples.nothing")}</li>}
          {find.data.items.map((voice) => (
            <li key={voice.id}>
              <button type="button" onClick={() => add([{ feedback_id: voice.id, start: null, end: null, text: voice.text, holds: true }])}>
                {voice.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="given">
        {value.map((one, at) => (
          <li key={`${one.feedback_id ?? ""}:${one.text}`}>
            <span data-holds={one.holds}>{one.text}</span>
            <Segmented
              size="small"
              value={one.holds ? "yes" : "no"}
              onChange={(holds) => change(at, holds === "yes")}
              options={[
                { value: "yes", label: t("taxonomy.examples.yes") },
                { value: "no", label: t("taxonomy.examples.no") },
              ]}
            />
            <Button type="text" size="small" aria-label={t("taxonomy.examples.remove")} onClick={() => onChange?.(value.filter((_, place) => place !== at))}>
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
