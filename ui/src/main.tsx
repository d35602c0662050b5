import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { I18nProvider } from "@/i18n/i18n";
import { ThemeProvider } from "@/theme/theme";
import "@/theme/tokens.css";
import "@/theme/base.css";
import "@/components/components.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <I18nProvider>
        <App />
      </I18nProvider>
    </ThemeProvider>
  </StrictMode>,
);
