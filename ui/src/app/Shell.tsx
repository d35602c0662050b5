import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useRef } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { authState, meta, notices } from "@/api/queries";
import { Hotkeys } from "@/app/Hotkeys";
import { NAVIGATION, type NavGroup, type NavPage } from "@/app/navigation";
import { Overlays } from "@/app/Overlays";
import { Brand } from "@/components/Brand";
import { Icon } from "@/components/Icon";
import { SkeletonRows } from "@/components/states";
import { filterSearch, rememberedFilters } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";
import "@/app/shell.css";

/** A link that carries the filters of the current page, or the last ones used. */
function usePageLink(): (page: NavPage) => string {
  const { search } = useLocation();
  return ({ path, filtered }) => {
    if (!filtered) return path;
    const kept = filterSearch(new URLSearchParams(search)) || rememberedFilters();
    return kept ? `${path}?${kept}` : path;
  };
}

function SidebarGroup({ group }: { group: NavGroup }) {
  const { t } = useI18n();
  const link = usePageLink();
  if (group.pages.length === 1) {
    return (
      <NavLink className="nav-link" to={link(group.pages[0]!)}>
        <Icon name={group.icon} />
        {t(group.word)}
      </NavLink>
    );
  }
  return (
    <>
      <h2 className="nav-group">
        <Icon name={group.icon} />
        {t(group.word)}
      </h2>
      <div className="nav-pages">
        {group.pages.map((page) => (
          <NavLink key={page.path} className="nav-link nav-sub" to={link(page)}>
            {t(page.word)}
          </NavLink>
        ))}
      </div>
    </>
  );
}

function Sidebar() {
  const { t } = useI18n();
  const { data } = useQuery(authState);
  return (
    <nav className="sidebar" aria-label={t("nav.main")}>
      <Brand demo={data?.demo} />
      <NoticesLink />
      <NavLink className="nav-link" to="/home">
        <Icon name="user" />
        {t("nav.home")}
      </NavLink>
      {NAVIGATION.map((group) => (
        <SidebarGroup key={group.id} group={group} />
      ))}
      <div className="sidebar-foot">
        <NavLink className="nav-link" to="/settings">
          <Icon name="settings" />
          {t("nav.settings")}
        </NavLink>
        {data?.user && (
          <div className="nav-link quiet" style={{ fontSize: 12.5 }}>
            <Icon name="user" />
            {data.user.display_name}
          </div>
        )}
      </div>
    </nav>
  );
}

/** What the reader should know, with how much of it is new. */
function NoticesLink() {
  const { t } = useI18n();
  const { data } = useQuery(notices);
  return (
    <NavLink className="nav-link" to="/notices">
      <Icon name="bell" />
      {t("nav.notices")}
      {data && data.unread > 0 && <span className="unread num">{data.unread}</span>}
    </NavLink>
  );
}

function activeGroup(pathname: string): NavGroup | undefined {
  return NAVIGATION.find((group) => group.pages.some(({ path }) => pathname.startsWith(path)));
}

function PhoneHead() {
  const { t } = useI18n();
  const link = usePageLink();
  const { data } = useQuery(authState);
  const { pathname } = useLocation();
  const group = activeGroup(pathname);
  const strip = useRef<HTMLElement>(null);
  // The tab of a page may lie beyond the edge of a narrow screen.
  // Newer browsers answer scrolling with a promise, which React would take for a way to clean up.
  useEffect(() => {
    void strip.current?.querySelector("[aria-current=page]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  return (
    <nav className="phone-head" ref={strip} aria-label={t("nav.sub")}>
      {group && group.pages.length > 1 ? (
        group.pages.map((page) => (
          <NavLink key={page.path} className="nav-link" to={link(page)}>
            {t(page.word)}
          </NavLink>
        ))
      ) : (
        <Brand demo={data?.demo} />
      )}
      <Link className="icon-button to-settings" to="/settings" aria-label={t("nav.settings")}>
        <Icon name="settings" size={18} />
      </Link>
    </nav>
  );
}

function TabBar() {
  const { t } = useI18n();
  const link = usePageLink();
  const active = activeGroup(useLocation().pathname);
  return (
    <nav className="tabbar" aria-label={t("nav.main")}>
      {NAVIGATION.map((group) => (
        <Link key={group.id} to={link(group.pages[0]!)} data-active={active === group} aria-current={active === group ? "page" : undefined}>
          <Icon name={group.icon} size={20} />
          {t(group.word)}
        </Link>
      ))}
    </nav>
  );
}

/** A page that is asked for a named range waits until its days are known, rather than ask twice. */
function Dated() {
  const ranged = new URLSearchParams(useLocation().search).has("range");
  const { isPending } = useQuery({ ...meta, enabled: ranged });
  return ranged && isPending ? <SkeletonRows /> : <Outlet />;
}

export function Shell() {
  const { t } = useI18n();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      <Sidebar />
      <PhoneHead />
      <main className="main" id="main" tabIndex={-1} style={{ outline: "none" }}>
        <Suspense fallback={<SkeletonRows />}>
          <Dated />
        </Suspense>
      </main>
      <TabBar />
      <Overlays />
      <Hotkeys />
    </div>
  );
}
