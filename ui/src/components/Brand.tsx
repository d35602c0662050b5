import { useI18n } from "@/i18n/i18n";

/** Name and mark; in the demo world it says so beside the name. */
export function Brand({ demo = false }: { demo?: boolean }) {
  const { t } = useI18n();
  return (
    <div className="brand">
      <img src="/favicon.svg" width="24" height="24" alt="" />
      {t("app.name")}
      {demo ? (
        <span className="demo-tag" title={t("demo.note")}>
          {t("demo.tag")}
        </span>
      ) : (
        <small>Huiyin</small>
      )}
    </div>
  );
}
