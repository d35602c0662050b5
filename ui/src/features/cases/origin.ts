import { useQuery } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import { voice as voiceQuery } from "@/api/queries";
import type { Alert, CaseDraft, Voice } from "@/api/types";

export type Beginning = Pick<CaseDraft, "origin" | "origin_id" | "feedback_id" | "customer_id">;

const NOTHING: Beginning = { origin: "manual", origin_id: null, feedback_id: null, customer_id: null };
const SURVEYS = ["survey", "nps"];
export const TITLE_LENGTH = 60;

/** What a case is opened from, as the address names it: a voice "17", an alert "alert:4", a risk "churn:9:2026-12-01". */
export function useOrigin(from: string) {
  const [kind = "", first = "", second = ""] = from.split(":");
  const voiceId = /^\d+$/.test(kind) ? Number(kind) : 0;
  const alertId = kind === "alert" ? Number(first) : 0;
  const said = useQuery({ ...voiceQuery(voiceId), enabled: voiceId > 0 }).data;
  const alert = useQuery({
    queryKey: ["alert", alertId],
    queryFn: () => take(http.GET("/api/v1/alerts/{alert_id}", { params: { path: { alert_id: alertId } } })),
    enabled: alertId > 0,
  }).data;
  const churn = kind === "churn" ? { customer: Number(first), due: second } : null;
  return { said, alert, churn, title: said?.text.slice(0, TITLE_LENGTH) ?? alert?.name };
}

/** The fields that tie a case to its beginning; out of an alert one customer's voice may be `chosen`. */
export function beginning(said: Voice | undefined, alert: Alert | undefined, churn: { customer: number; due: string } | null, chosen: number | null): Beginning {
  if (said) {
    const origin = SURVEYS.includes(said.channel) ? "survey" : "voice";
    return { origin, origin_id: String(said.id), feedback_id: said.id, customer_id: said.customer?.id ?? null };
  }
  if (alert) {
    const about = chosen === null ? String(alert.id) : `${alert.id}:${chosen}`;
    return { ...NOTHING, origin: "alert", origin_id: about, feedback_id: chosen };
  }
  if (churn) return { ...NOTHING, origin: "churn", origin_id: `${churn.customer}:${churn.due}`, customer_id: churn.customer };
  return NOTHING;
}
