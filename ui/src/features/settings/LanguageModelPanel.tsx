import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { http, take } from "@/api/client";
import { Figure } from "@/components/Figure";
import { Panel } from "@/components/Page";
import { formatCount } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

/** What the language model may do here, what it did today, and how it has fared; set where the server is started. */
export function LanguageModelPanel() {
  const { t, language } = useI18n();
  const { data } = useQuery({ queryKey: ["language-model"], queryFn: () => take(http.GET("/api/v1/language-model")), retry: false });
  if (!data) return null;
  const count = (n: number) => formatCount(n, language);
  const rows = [
    { word: "model.name", shown: data.model },
    { word: "model.tokens", shown: t("model.of", { n: count(data.spent_today), most: count(data.daily_tokens) }) },
    { word: "model.cases", shown: data.hard_cases ? t("model.daily", { n: count(data.judged_today), most: count(data.hard_cases) }) : t("model.off") },
    { word: "model.topics", shown: t(data.names_topics ? "model.on" : "model.off") },
  ] as const;
  const answered = data.open + data.accepted + data.rejected;
  return (
    <Panel title={t("model.title")}>
      <p className="quiet" style={{ marginBottom: 12 }}>
        {t(data.on ? "model.about" : "model.none")}
      </p>
      {data.on &&
        rows.map(({ word, shown }) => (
          <div key={word} className="setting">
            <span>{t(word)}</span>
            <span className="num">{shown}</span>
          </div>
        ))}
      {answered + data.dropped > 0 && (
        <>
          <div className="setting">
            <span>{t("model.answers")}</span>
            <span className="num">{t("model.counts", { open: count(data.open), accepted: count(data.accepted), rejected: count(data.rejected), dropped: count(data.dropped) })}</span>
          </div>
          <div className="setting">
            <span>{t("model.same")}</span>
            <span className="setting-figure">
              <Figure estimate={data.same} unit="share" max={1} showRange />
            </span>
          </div>
          <div className="setting">
            <span>{t("model.agreed")}</span>
            <span className="setting-figure">
              <Figure estimate={data.agreed} unit="share" max={1} showRange />
            </span>
          </div>
          <Link className="link" to="/understand/audit">
            {t("model.look")}
          </Link>
        </>
      )}
    </Panel>
  );
}
