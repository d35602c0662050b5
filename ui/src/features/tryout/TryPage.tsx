import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { meta } from "@/api/queries";
import { Heads } from "@/components/Heads";
import { Highlighted } from "@/components/Highlighted";
import { PageHead, Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { Empty } from "@/components/states";
import { useI18n, type WordKey } from "@/i18n/i18n";
import "@/features/tryout/tryout.css";

function useAnalyse() {
  return useMutation({
    mutationFn: (body: { texts: string[]; taxonomy: string | null }) => take(http.POST("/api/v1/analyse", { body })),
  });
}

type Result = NonNullable<ReturnType<typeof useAnalyse>["data"]>["results"][number];

function OpinionTable({ result }: { result: Result }) {
  const { t, name } = useI18n();
  return (
    <table className="try-table">
      <Heads names={[t("facts.aspect"), t("filter.sentiment"), t("filter.type"), t("opinion.intensity"), t("voice.confidence.head")]} />
      <tbody>
        {result.opinions.map((opinion, index) => (
          <tr key={index}>
            <td>{name(opinion, opinion.aspect)}</td>
            <td>
              <Polarity sentiment={opinion.sentiment} />
            </td>
            <td>{t(`type.${opinion.type}` as WordKey)}</td>
            <td className="num">{opinion.intensity.toFixed(2)}</td>
            <td className="num">{opinion.confidence.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function TryPage() {
  const { t, name } = useI18n();
  const { data: known } = useQuery(meta);
  const analyse = useAnalyse();
  const [text, setText] = useState("");
  const [taxonomy, setTaxonomy] = useState<string | null>(null);
  const names = known?.taxonomies ?? [];
  const busiest = known?.sources.reduce((one, other) => (other.voices > one.voices ? other : one), known.sources[0]!);
  const chosen = taxonomy ?? busiest?.taxonomy ?? names[0]?.name ?? null;
  const result = analyse.data?.results[0];
  const run = (words: string) => analyse.mutate({ texts: [words], taxonomy: chosen });
  return (
    <>
      <PageHead title={t("nav.try")} about={t("try.about")} />
      <div className="try-grid">
        <Panel>
          <Input.TextArea
            autoFocus
            aria-label={t("try.text")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim() && run(text)}
            autoSize={{ minRows: 7, maxRows: 18 }}
            placeholder={t("try.hint")}
          />
          <div className="try-do">
            {names.length > 1 && (
              <Select aria-label={t("filter.taxonomy")} value={chosen} onChange={setTaxonomy} options={names.map((one) => ({ value: one.name, label: name(one, one.name) }))} style={{ minWidth: 140 }} />
            )}
            <Button
              type="text"
              onClick={() => {
                setText(t("try.example"));
                run(t("try.example"));
              }}
            >
              {t("try.useExample")}
            </Button>
            <Button type="primary" style={{ marginLeft: "auto" }} disabled={!text.trim()} loading={analyse.isPending} onClick={() => run(text)}>
              {t("try.run")}
            </Button>
          </div>
          <ErrorText error={analyse.error} />
        </Panel>
        <Panel title={t("try.result")} aside={analyse.data && <span>{analyse.data.analyser}</span>}>
          {!result && <Empty icon="analyse" title={t("try.empty")} about={t("try.empty.about")} />}
          {result && (
            <div aria-live="polite">
              <p className="try-text">
                <Highlighted text={result.text} opinions={result.opinions} />
              </p>
              {result.opinions.length > 0 ? <OpinionTable result={result} /> : <p className="quiet">{t("try.none")}</p>}
            </div>
          )}
        </Panel>
      </div>
    </>
  );
}
