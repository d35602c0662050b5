import type { Action, ActionKind, ActionState, EffectMetric, EffectUnit } from "@/api/types";

export const STATES: ActionState[] = ["open", "doing", "done", "dropped"];
export const KINDS: ActionKind[] = ["product", "service", "process", "marketing", "other"];

export const ORIGINS: Action["basis"]["origin"][] = ["fact", "opportunity", "alert", "signal", "launch", "manual"];

export const METRICS: EffectMetric[] = ["negative_customers", "share_negative", "customers", "intensity", "nps", "rating"];
export const UNITS: EffectUnit[] = ["percent", "points", "customers"];

/** The usual next step of an action; the rest is in the menu. */
export const NEXT: Partial<Record<ActionState, ActionState>> = { open: "doing", doing: "done" };
