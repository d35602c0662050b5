import { useI18n } from "@/i18n/i18n";

export function Brand() {
  const { t } = useI18n();
  return (
    <div className="brand">
      <img src="/favicon.svg" width="24" height="24" alt="" />
      {t("app.name")} <small>Huiyin</small>
    </div>
  );
}
