import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { Marks, useMarkName } from "@/features/audit/Marks";
import { audits, nextCard } from "@/features/audit/queries";
import { useI18n } from "@/i18n/i18n";

interface Found {
  aspect: string;
  sentiment: number;
}

function useAspects(audit: number) {
  const { name } = useI18n();
  const { data: known } = useQuery(meta);
  const { data: drawn } = useQuery(audits);
  const taxonomy = drawn?.find(({ id }) => id === audit)?.taxonomy;
  const nodes = known?.taxonomies.find((one) => one.name === taxonomy)?.nodes ?? [];
  const title = new Map(nodes.map((node) => [node.id, name(node, node.id)]));
  const path = (id: string, parent: string | null) => (parent && title.has(parent) ? `${title.get(parent)} / ${title.get(id)}` : (title.get(id) ?? id));
  return { title, options: nodes.map((node) => ({ value: node.id, label: path(node.id, node.parent) })) };
}

/** One voice at a time: 1, 2 and 3 set how the last aspect is spoken of, Enter keeps the card, the machine's answer comes after. */
export function Reading({ audit }: { audit: number }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data: card, error, refetch } = useQuery(nextCard(audit));
  const { title, options } = useAspects(audit);
  const [found, setFound] = useState<Found[]>([]);
  const [marks, setMarks] = useState<string[]>([]);
  const markName = useMarkName();
  const box = useRef<HTMLDivElement>(null);
  const keep = useMutation({
    mutationFn: (id: number) =>
      take(http.PUT("/api/v1/audits/{audit_id}/labels/{feedback_id}", { params: { path: { audit_id: audit, feedback_id: id } }, body: { opinions: found, marks } })),
    onSuccess: () => {
      setFound([]);
      setMarks([]);
      void client.invalidateQueries({ queryKey: ["audits"] });
    },
  });
  const turn = useCallback((sentiment: number) => setFound((all) => all.map((one, at) => (at === all.length - 1 ? { ...one, sentiment } : one))), []);
  const id = card?.voice?.id;
  const { mutate, isPending } = keep;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, [role=combobox]");
      if (inField || event.metaKey || event.ctrlKey || event.altKey) return;
      const sentiment = { "1": -1, "2": 0, "3": 1 }[event.key];
      if (sentiment !== undefined) turn(sentiment);
      else if (event.key === "Enter" && event.target === document.body && id && !isPending) mutate(id);
      else if (event.key === "Backspace") setFound((all) => all.slice(0, -1));
      else if (event.key === "/") {
        event.preventDefault();
        box.current?.querySelector("input")?.focus();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [id, isPending, mutate, turn]);
  if (error && !card) return <Failure error={error} retry={() => void refetch()} />;
  if (!card) return <SkeletonRows rows={3} />;
  if (!card.voice) return <Empty icon="check" title={t("audit.done")} about={t("audit.done.about")} />;
  const unused = options.filter(({ value }) => !found.some(({ aspect }) => aspect === value));
  return (
    <Panel title={t("audit.read")} aside={<span className="num">{`${card.labelled + 1} / ${card.voices}`}</span>}>
      <blockquote className="audit-text">{card.voice.text}</blockquote>
      <div ref={box} className="audit-row">
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={null}
          placeholder={t("audit.aspect")}
          aria-label={t("audit.aspect")}
          options={unused}
          style={{ minWidth: 260 }}
          onChange={(aspect: string | null) => {
            if (aspect) setFound((all) => [...all, { aspect, sentiment: -1 }]);
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          }}
        />
      </div>
      <ul className="audit-found">
        {found.map((one, at) => (
          <li key={one.aspect}>
            <span>{title.get(one.aspect) ?? one.aspect}</span>
            {[-1, 0, 1].map((sentiment) => (
              <button
                key={sentiment}
                type="button"
                className="chip"
                data-active={one.sentiment === sentiment}
                aria-pressed={one.sentiment === sentiment}
                onClick={() => setFound((all) => all.map((each, place) => (place === at ? { ...each, sentiment } : each)))}
              >
                <Polarity sentiment={sentiment} />
              </button>
            ))}
            <Button type="text" size="small" onClick={() => setFound((all) => all.filter((_, place) => place !== at))}>
              {t("audit.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Marks chosen={marks} onChange={setMarks} />
      <div className="audit-row audit-do">
        <Button type="primary" loading={isPending} onClick={() => id && mutate(id)}>
          {t(found.length + marks.length > 0 ? "audit.keep" : "audit.nothing")}
        </Button>
        <span className="audit-keys">{t("audit.keys")}</span>
      </div>
      <ErrorText error={keep.error} />
      {keep.data && (
        <p className="audit-about">
          {t("audit.machine")}
          {[...keep.data.machine.map((one) => title.get(one.aspect) ?? one.aspect), ...(keep.data.machine_marks ?? []).map(markName)].join(t("audit.comma")) ||
            t("audit.machine.nothing")}
        </p>
      )}
    </Panel>
  );
}
