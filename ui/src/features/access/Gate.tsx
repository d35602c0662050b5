import type { ReactNode } from "react";
import { Brand } from "@/components/Brand";
import { Icon } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";
import "@/features/access/access.css";

const VERBS = ["collect", "analyse", "understand", "act"] as const;

/** The door: what the product is for on one side, the form on the other. */
export function Gate({ children }: { children: ReactNode }) {
  const { t, language, setLanguage } = useI18n();
  return (
    <div className="gate">
      <button type="button" className="gate-language link" onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>
        {language === "zh" ? "English" : "中文"}
      </button>
      <section className="gate-words">
        <Brand />
        <h1>{t("gate.title")}</h1>
        <p>{t("gate.about")}</p>
        <ul className="gate-verbs">
          {VERBS.map((verb) => (
            <li key={verb}>
              <Icon name={verb} size={18} />
              <strong>{t(`nav.${verb}`)}</strong> {t(`gate.${verb}`)}
            </li>
          ))}
        </ul>
      </section>
      <main className="gate-form">{children}</main>
    </div>
  );
}
