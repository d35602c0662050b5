import type { ComponentType } from "react";
import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { RequireUser } from "@/app/RequireUser";
import { RouteFailure } from "@/app/RouteFailure";

type Loader = () => Promise<{ default: ComponentType }>;

/** One chunk a page: the first load brings only the page that was asked for. */
function page(path: string, load: Loader): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }), ErrorBoundary: RouteFailure };
}

export const router = createBrowserRouter([
  page("/login", () => import("@/features/access/LoginPage")),
  page("/setup", () => import("@/features/access/SetupPage")),
  {
    element: <RequireUser />,
    HydrateFallback: () => null,
    ErrorBoundary: RouteFailure,
    children: [
      { path: "/", element: <Navigate to="/overview" replace /> },
      page("/overview", () => import("@/features/overview/OverviewPage")),
      page("/collect/import", () => import("@/features/imports/ImportPage")),
      page("/collect/connectors", () => import("@/features/connectors/ConnectorsPage")),
      page("/collect/sources", () => import("@/features/sources/SourcesPage")),
      page("/collect/surveys", () => import("@/features/surveys/SurveysPage")),
      page("/collect/surveys/:id", () => import("@/features/surveys/SurveyPage")),
      page("/collect/interviews", () => import("@/features/interviews/InterviewsPage")),
      page("/collect/interviews/:id", () => import("@/features/interviews/StudyPage")),
      page("/collect/interviews/talks/:id", () => import("@/features/interviews/CodingPage")),
      page("/collect/plan", () => import("@/features/plan/PlanPage")),
      page("/collect/quality", () => import("@/features/quality/QualityPage")),
      page("/collect/questions", () => import("@/features/questions/QuestionsPage")),
      page("/collect/log", () => import("@/features/stafflog/LogPage")),
      page("/analyse/taxonomy", () => import("@/features/taxonomy/TaxonomyPage")),
      page("/analyse/topics", () => import("@/features/topics/TopicsPage")),
      page("/analyse/try", () => import("@/features/tryout/TryPage")),
      page("/understand/facts", () => import("@/features/facts/FactsPage")),
      page("/understand/facts/:aspect", () => import("@/features/facts/FactPage")),
      page("/understand/verbatims", () => import("@/features/verbatims/VerbatimsPage")),
      page("/understand/customers", () => import("@/features/customers/CustomersPage")),
      page("/understand/customers/:id", () => import("@/features/customers/PortraitPage")),
      page("/understand/roadmap", () => import("@/features/roadmap/RoadmapPage")),
      page("/understand/drivers", () => import("@/features/drivers/DriversPage")),
      page("/understand/compare", () => import("@/features/compare/ComparePage")),
      page("/understand/experience", () => import("@/features/experience/ExperiencePage")),
      page("/understand/explore", () => import("@/features/explorer/ExplorerPage")),
      page("/understand/coverage", () => import("@/features/coverage/CoveragePage")),
      page("/understand/audit", () => import("@/features/audit/AuditPage")),
      page("/understand/live", () => import("@/features/live/LivePage")),
      page("/understand/opportunities", () => import("@/features/opportunities/OpportunitiesPage")),
      page("/understand/opportunities/one", () => import("@/features/opportunities/OpportunityPage")),
      page("/understand/signals", () => import("@/features/signals/SignalsPage")),
      page("/understand/signals/:id", () => import("@/features/signals/SignalPage")),
      page("/understand/launches", () => import("@/features/launches/LaunchesPage")),
      page("/understand/launches/:id", () => import("@/features/launches/LaunchPage")),
      page("/understand/anecdote", () => import("@/features/anecdotes/AnecdotePage")),
      page("/act/actions", () => import("@/features/actions/ActionsPage")),
      page("/act/actions/:id", () => import("@/features/actions/ActionPage")),
      page("/act/cases", () => import("@/features/cases/CasesPage")),
      page("/act/reports", () => import("@/features/reports/ReportsPage")),
      page("/act/programme", () => import("@/features/programme/ProgrammePage")),
      page("/act/alerts", () => import("@/features/alerts/AlertsPage")),
      page("/act/crises/:id", () => import("@/features/crisis/CrisisPage")),
      page("/home", () => import("@/features/home/HomePage")),
      page("/notices", () => import("@/features/notices/NoticesPage")),
      page("/settings/people", () => import("@/features/people/PeoplePage")),
      page("/settings/trail", () => import("@/features/people/TrailPage")),
      page("/settings/notifications", () => import("@/features/teams/TeamsPage")),
      page("/settings", () => import("@/features/settings/SettingsPage")),
      page("*", () => import("@/app/NotFoundPage")),
    ],
  },
]);
