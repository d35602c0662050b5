import { theme as antd, type ThemeConfig } from "antd";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";

export type Appearance = "light" | "dark" | "system";

interface ThemeState {
  appearance: Appearance;
  dark: boolean;
  setAppearance: (appearance: Appearance) => void;
}

const ThemeContext = createContext<ThemeState | null>(null);
const KEY = "huiyin.appearance";
const SYSTEM_DARK = "(prefers-color-scheme: dark)";

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [appearance, setStored] = useState<Appearance>(
    () => (localStorage.getItem(KEY) as Appearance | null) ?? "system",
  );
  const [systemDark, setSystemDark] = useState(() => matchMedia(SYSTEM_DARK).matches);
  useEffect(() => {
    const media = matchMedia(SYSTEM_DARK);
    const follow = () => setSystemDark(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  const dark = appearance === "system" ? systemDark : appearance === "dark";
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  const state = useMemo(
    () => ({
      appearance,
      dark,
      setAppearance: (next: Appearance) => {
        localStorage.setItem(KEY, next);
        setStored(next);
      },
    }),
    [appearance, dark],
  );
  return <ThemeContext value={state}>{children}</ThemeContext>;
}

export function useTheme(): ThemeState {
  const state = use(ThemeContext);
  if (!state) throw new Error("useTheme outside ThemeProvider");
  return state;
}

const LIGHT = {
  colorPrimary: "#4453c4",
  colorBgBase: "#ffffff",
  colorTextBase: "#1b1d21",
  colorTextPlaceholder: "#62666e",
  colorTextDescription: "#62666e",
  colorBorder: "#d5d4cf",
  colorBorderSecondary: "#e7e6e2",
  colorError: "#b3470e",
  colorSuccess: "#0b7570",
  colorWarning: "#8a5a00",
  colorLink: "#4453c4",
};

const DARK = {
  colorPrimary: "#97a3f7",
  colorBgBase: "#17181b",
  colorBgContainer: "#17181b",
  colorBgElevated: "#1e2023",
  colorTextBase: "#ecedef",
  colorTextPlaceholder: "#8f949d",
  colorTextDescription: "#a3a8b1",
  colorTextLightSolid: "#12142a",
  colorBorder: "#3a3d44",
  colorBorderSecondary: "#292b30",
  colorError: "#f2a06d",
  colorSuccess: "#58c4bc",
  colorWarning: "#e2b65c",
  colorLink: "#97a3f7",
};

export function antdTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: "var(--font)",
      fontSize: 14,
      borderRadius: 7,
      controlHeight: 34,
      wireframe: false,
      boxShadow: "var(--shadow-high)",
      boxShadowSecondary: "var(--shadow-high)",
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Drawer: { paddingLG: 20 },
      Modal: { borderRadiusLG: 12 },
      Segmented: { trackBg: "var(--sunken)", itemSelectedBg: "var(--raised)" },
    },
  };
}
