import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import { useEffect, useMemo, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { ApiError } from "@/api/client";
import Boundary from "@/app/Boundary";
import { router } from "@/app/routes";
import { useI18n } from "@/i18n/i18n";
import { antdTheme, useTheme } from "@/theme/theme";

type Locale = NonNullable<Parameters<typeof ConfigProvider>[0]["locale"]>;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      placeholderData: (before: unknown) => before,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
});

function useAntLocale(language: "zh" | "en"): Locale {
  // A name until the words are here: a provider that gets its first locale later mounts every page again.
  const [locale, setLocale] = useState<Locale>({ locale: language });
  useEffect(() => {
    const load = language === "zh" ? import("antd/locale/zh_CN") : import("antd/locale/en_US");
    void load.then((module) => setLocale(module.default));
  }, [language]);
  return locale;
}

/** Filters are ticked straight into the URL, so the URL must change at once and not as a deferred transition. */
export function App() {
  const { language } = useI18n();
  const { dark } = useTheme();
  const locale = useAntLocale(language);
  const theme = useMemo(() => antdTheme(dark), [dark]);
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <QueryClientProvider client={queries}>
          <Boundary>
            <RouterProvider router={router} useTransitions={false} />
          </Boundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
