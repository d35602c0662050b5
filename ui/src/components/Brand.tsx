import { useI18n } from "@/i18n/i18n";

/** Name and mark, with the name in the other language beside it; in the demo world it says so instead. */
export function Brand({ demo = false }: { demo?: boolean }) {
  const { t, language } = useI18n();
  return (
    <div className="brand">
      <img src="/favicon.svg" width="24" height="24" alt="" />
      {t("app.name")}
      {demo ? (
        <span className="demo-tag" title={t("demo.note")}>
          {t("demo.tag")}
        </span>
      ) : (
        <small lang={language === "zh" ? "en" : "zh"}>{language === "zh" ? "Huiyin" : "回音"}</small>
      )}
    </div>
  );
}
