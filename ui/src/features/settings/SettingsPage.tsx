import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { Link, useNavigate } from "react-router";
import { http, take } from "@/api/client";
import { authState, meta } from "@/api/queries";
import { Dots } from "@/components/Dots";
import { PageHead, Panel } from "@/components/Page";
import { LanguageModelPanel } from "@/features/settings/LanguageModelPanel";
import { PasswordPanel } from "@/features/settings/PasswordPanel";
import { TokensPanel } from "@/features/settings/TokensPanel";
import { useI18n, type Language } from "@/i18n/i18n";
import { useTheme, type Appearance } from "@/theme/theme";
import "@/features/settings/settings.css";

const APPEARANCES: Appearance[] = ["system", "light", "dark"];

function Looks() {
  const { t, language, setLanguage } = useI18n();
  const { appearance, setAppearance } = useTheme();
  return (
    <Panel title={t("settings.looks")}>
      <div className="setting">
        <span>{t("settings.language")}</span>
        <Segmented<Language>
          value={language}
          onChange={setLanguage}
          options={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
      </div>
      <div className="setting">
        <span>{t("settings.appearance")}</span>
        <Segmented<Appearance> value={appearance} onChange={setAppearance} options={APPEARANCES.map((value) => ({ value, label: t(`settings.appearance.${value}`) }))} />
      </div>
    </Panel>
  );
}

function Profile() {
  const { t } = useI18n();
  const { data } = useQuery(authState);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const logout = useMutation({
    mutationFn: () => take(http.POST("/api/v1/auth/logout")),
    onSuccess: async () => {
      queries.clear();
      await navigate("/login");
    },
  });
  if (!data?.user) return null;
  const { display_name: displayName, username, role } = data.user;
  return (
    <Panel title={t("settings.profile")}>
      <div className="setting">
        <span>
          <strong>{displayName || username}</strong>
          <span className="quiet">
            {" "}
            <Dots items={[username, t(`role.${role}`)]} />
          </span>
        </span>
        <Link className="link" to="/home">
          {t("nav.home")}
        </Link>
        <Link className="link" to="/notices">
          {t("nav.notices")}
        </Link>
        <Button onClick={() => logout.mutate()} loading={logout.isPending}>
          {t("settings.logout")}
        </Button>
      </div>
    </Panel>
  );
}

const ROOMS = [
  { to: "/settings/people", word: "nav.people", about: "people.about", from: "admin" },
  { to: "/settings/trail", word: "nav.trail", about: "trail.about", from: "admin" },
  { to: "/settings/notifications", word: "nav.notifications", about: "teams.about", from: "analyst" },
] as const;

/** The rooms of those who run the installation. */
function Rooms() {
  const { t } = useI18n();
  const role = useQuery(authState).data?.user?.role;
  const shown = ROOMS.filter(({ from }) => role === "admin" || role === from);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("settings.rooms")}>
      {shown.map(({ to, word, about }) => (
        <div key={to} className="setting">
          <Link className="link" to={to}>
            {t(word)}
          </Link>
          <span className="quiet">{t(about)}</span>
        </div>
      ))}
    </Panel>
  );
}

function About() {
  const { t } = useI18n();
  const { data } = useQuery(meta);
  return (
    <Panel title={t("settings.about")}>
      <p className="quiet num">
        <Dots
          items={[
            t("settings.about.version", { version: data?.version ?? "…" }),
            t("settings.about.zone", { zone: data?.timezone ?? "…" }),
            t("settings.about.minimum", { n: data?.minimum_n ?? "…" }),
          ]}
        />
      </p>
      <p className="quiet">{t("settings.about.licence")}</p>
    </Panel>
  );
}

export default function SettingsPage() {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t("nav.settings")} />
      <div className="settings">
        <Profile />
        <Rooms />
        <Looks />
        <PasswordPanel />
        <TokensPanel />
        <LanguageModelPanel />
        <About />
      </div>
    </>
  );
}
