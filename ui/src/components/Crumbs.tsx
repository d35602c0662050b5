import type { ReactNode } from "react";
import { useI18n } from "@/i18n/i18n";
import "@/components/crumbs.css";

/** The way back, above the title. */
export function Crumbs({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  return (
    <nav className="crumbs" aria-label={t("nav.crumbs")}>
      {children}
    </nav>
  );
}
