import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Named } from "@/api/types";
import type zhWords from "@/locales/zh.json";

export type Language = "zh" | "en";
export type WordKey = Extract<keyof typeof zhWords, string>;
type Words = Record<WordKey, string>;
type Values = Record<string, string | number>;

export type I18nNamer = (thing: Partial<Named> | null | undefined, fallback?: string) => string;

interface I18n {
  language: Language;
  setLanguage: (language: Language) => void;
  t: (key: WordKey, values?: Values) => string;
  /** The words of a key that comes from the server, where we have them. */
  find: (key: string) => string | undefined;
  /** The name of a thing in the reader's language. */
  name: I18nNamer;
}

const I18nContext = createContext<I18n | null>(null);
const KEY = "huiyin.language";
const LOADERS: Record<Language, () => Promise<{ default: Words }>> = {
  zh: () => import("@/locales/zh.json"),
  en: () => import("@/locales/en.json"),
};

function fill(template: string, values: Values | undefined): string {
  return values ? template.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole)) : template;
}

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setStored] = useState<Language>(() => (localStorage.getItem(KEY) === "en" ? "en" : "zh"));
  const [loaded, setLoaded] = useState<{ language: Language; words: Words } | null>(null);
  useEffect(() => {
    let current = true;
    void LOADERS[language]().then(({ default: words }) => current && setLoaded({ language, words }));
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    return () => {
      current = false;
    };
  }, [language]);
  const state = useMemo<I18n | null>(
    () =>
      loaded && {
        language: loaded.language,
        setLanguage: (next) => {
          localStorage.setItem(KEY, next);
          setStored(next);
        },
        t: (key, values) => fill(loaded.words[key] ?? key, values),
        find: (key) => (loaded.words as Record<string, string>)[key],
        name: (thing, fallback = "") => thing?.[loaded.language] || thing?.zh || fallback,
      },
    [loaded],
  );
  return state && <I18nContext value={state}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const state = use(I18nContext);
  if (!state) throw new Error("useI18n outside I18nProvider");
  return state;
}
