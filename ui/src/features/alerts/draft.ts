import type { AlertRule, AlertRuleDraft } from "@/api/types";

const PERCENT = 100;
const WATCHED = ["aspect", "product", "channel"] as const;

/** What a person writes; shares in percent, quiet hours as two hours of the day. */
export interface Draft extends Pick<AlertRuleDraft, "name" | "metric" | "threshold" | "window_hours" | "cooldown_hours" | "basis"> {
  aspect?: string[];
  channel?: string[];
  product?: string[];
  webhooks?: string[];
  emails?: string[];
  team?: string;
  quiet_from?: number;
  quiet_to?: number;
  escalate_hours?: number | null;
  escalate_team?: string;
}

export const FRESH: Draft = { name: "", metric: "negative_customers", basis: "threshold", threshold: 30, window_hours: 24, cooldown_hours: 24 };

function scale(metric: Draft["metric"]): number {
  return metric === "share_negative" ? PERCENT : 1;
}

function addresses(rule: AlertRule, kind: string): string[] {
  return rule.targets.filter((target) => target.kind === kind).map(({ address }) => address);
}

/** A rule as it stands, to be changed. */
export function draftOf(rule: AlertRule): Draft {
  const [from, to] = rule.quiet_hours ? rule.quiet_hours.split("-").map(Number) : [];
  const { name, metric, basis, window_hours, cooldown_hours, team, escalate_hours, escalate_team } = rule;
  const watched = Object.fromEntries(WATCHED.map((key) => [key, rule.filters[key] as string[] | undefined]));
  return {
    ...{ name, metric, basis, window_hours, cooldown_hours, team, escalate_team, ...watched },
    threshold: Math.round(rule.threshold * scale(metric) * 1000) / 1000,
    escalate_hours: escalate_hours || null,
    quiet_from: from,
    quiet_to: to,
    webhooks: addresses(rule, "webhook"),
    emails: addresses(rule, "email"),
  };
}

/** What is sent; filters and targets that the form does not show stay as they are in `before`. */
export function ruleOf(draft: Draft, before?: AlertRule): AlertRuleDraft {
  const { aspect, channel, product, webhooks = [], emails = [], quiet_from, quiet_to, threshold, ...rest } = draft;
  const shown = Object.entries({ aspect, channel, product }).flatMap(([key, list]) => (list?.length ? [[key, list] as const] : []));
  const hidden = Object.entries((before?.filters ?? {}) as NonNullable<AlertRuleDraft["filters"]>).filter(([key]) => !(WATCHED as readonly string[]).includes(key));
  const others = before?.targets.filter(({ kind }) => kind !== "webhook" && kind !== "email") ?? [];
  const quiet = quiet_from != null && quiet_to != null && quiet_from !== quiet_to;
  return {
    ...rest,
    threshold: threshold / scale(rest.metric),
    filters: Object.fromEntries([...hidden, ...shown]),
    targets: [
      ...others.map(({ kind, address }) => ({ kind, address })),
      ...webhooks.map((address) => ({ kind: "webhook" as const, address })),
      ...emails.map((address) => ({ kind: "email" as const, address })),
    ],
    team: rest.team ?? "",
    quiet_hours: quiet ? `${quiet_from}-${quiet_to}` : "",
    escalate_hours: rest.escalate_hours ?? 0,
    escalate_team: rest.escalate_hours ? (rest.escalate_team ?? "") : "",
    enabled: before?.enabled ?? true,
  };
}
