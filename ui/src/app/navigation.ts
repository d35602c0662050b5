import type { IconName } from "@/components/Icon";
import type { WordKey } from "@/i18n/i18n";

export interface NavPage {
  path: string;
  word: WordKey;
  /** Pages that read the shared filters keep them when one moves between them. */
  filtered?: boolean;
}

export interface NavGroup {
  id: string;
  word: WordKey;
  icon: IconName;
  pages: NavPage[];
}

/** The navigation is the definition of VoC: the four verbs between an overview and the settings. */
export const NAVIGATION: NavGroup[] = [
  { id: "overview", word: "nav.overview", icon: "overview", pages: [{ path: "/overview", word: "nav.overview", filtered: true }] },
  {
    id: "collect",
    word: "nav.collect",
    icon: "collect",
    pages: [
      { path: "/collect/import", word: "nav.import" },
      { path: "/collect/log", word: "nav.log" },
      { path: "/collect/connectors", word: "nav.connectors" },
      { path: "/collect/sources", word: "nav.sources" },
      { path: "/collect/surveys", word: "nav.surveys" },
      { path: "/collect/interviews", word: "nav.interviews" },
      { path: "/collect/plan", word: "nav.plan" },
      { path: "/collect/quality", word: "nav.quality" },
      { path: "/collect/questions", word: "nav.questions" },
    ],
  },
  {
    id: "analyse",
    word: "nav.analyse",
    icon: "analyse",
    pages: [
      { path: "/analyse/taxonomy", word: "nav.taxonomy" },
      { path: "/analyse/topics", word: "nav.topics" },
      { path: "/analyse/try", word: "nav.try" },
    ],
  },
  {
    id: "understand",
    word: "nav.understand",
    icon: "understand",
    pages: [
      { path: "/understand/facts", word: "nav.facts", filtered: true },
      { path: "/understand/verbatims", word: "nav.verbatims", filtered: true },
      { path: "/understand/compare", word: "nav.compare", filtered: true },
      { path: "/understand/experience", word: "nav.experience", filtered: true },
      { path: "/understand/drivers", word: "nav.drivers", filtered: true },
      { path: "/understand/explore", word: "nav.explore", filtered: true },
      { path: "/understand/roadmap", word: "nav.roadmap", filtered: true },
      { path: "/understand/opportunities", word: "nav.opportunities", filtered: true },
      { path: "/understand/signals", word: "nav.signals" },
      { path: "/understand/launches", word: "nav.launches" },
      { path: "/understand/live", word: "nav.live", filtered: true },
      { path: "/understand/anecdote", word: "nav.anecdote" },
      { path: "/understand/customers", word: "nav.customers" },
      { path: "/understand/coverage", word: "nav.coverage", filtered: true },
      { path: "/understand/audit", word: "nav.audit", filtered: true },
    ],
  },
  {
    id: "act",
    word: "nav.act",
    icon: "act",
    pages: [
      { path: "/act/actions", word: "nav.actions" },
      { path: "/act/cases", word: "nav.cases" },
      { path: "/act/alerts", word: "nav.alerts" },
      { path: "/act/reports", word: "nav.reports", filtered: true },
      { path: "/act/programme", word: "nav.programme", filtered: true },
    ],
  },
];
