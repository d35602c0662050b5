import type { components, paths } from "@/api/schema";

/** Short names for the server's shapes; every number in them was computed by the server. */
type Schema = components["schemas"];
type Answer<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;

export type Account = Schema["AccountOut"];
export type AccountChange = Schema["UserChangeIn"];
export type AccountDraft = Schema["UserIn"];
export type AuditEntry = Schema["AuditEntryOut"];
export type Crisis = Schema["CrisisOut"];
export type CrisisEntryDraft = Schema["CrisisEntryIn"];
export type OutgoingMessage = Schema["NotificationOut"];
export type Steering = Schema["SteeringOut"];
export type SubjectKind = Schema["SubjectKind"];
export type TeamTarget = Schema["TeamTargetOut"];
export type TeamTargetDraft = Schema["TeamTargetIn"];
export type Action = Schema["ActionOut"];
export type ActionDetail = Schema["ActionDetailOut"];
export type ActionDraft = Schema["ActionIn"];
export type ActionKind = Schema["ActionKind"];
export type ActionState = Schema["ActionState"];
export type Alert = Schema["AlertOut"];
export type AlertNote = Schema["AlertNoteOut"];
export type AlertMetric = Schema["AlertMetric"];
export type AlertRule = Schema["RuleOut"];
export type AlertRuleDraft = Schema["RuleIn"];
export type Anecdote = Schema["AnecdoteOut"];
export type Channel = Schema["Channel"];
export type ChannelRow = Schema["ChannelRowOut"];
export type Counted = Schema["CountedOut"];
export type Direction = Schema["Direction"];
export type EffectPlan = Schema["EffectPlanOut"];
export type EffectMetric = Schema["EffectMetric"];
export type EffectUnit = Schema["EffectUnit"];
export type Estimate = Kpi["estimate"];
export type Fact = Schema["FactOut"];
export type FactDetail = Schema["FactDetailOut"];
export type Group = Schema["FactGroupOut"];
export type ImportJob = Schema["ImportOut"];
export type ImportPreview = Schema["PreviewOut"];
export type ImportRequest = Schema["ImportIn"];
export type Kpi = Schema["KpiOut"];
export type LiveVoice = Schema["LiveVoiceOut"];
export type Meta = Schema["MetaOut"];
export type Named = Schema["NameOut"];
export type Overview = Schema["OverviewOut"];
export type Sentence = Schema["SentenceOut"];
export type Source = Answer<paths["/api/v1/sources"]["get"]>[number];
export type Table = Schema["TableOut"];
export type Taxonomy = Schema["TaxonomyOut"];
export type Token = Schema["TokenOut"];
export type Voice = Schema["VoiceOut"];
export type Window = Schema["WindowOut"];

/** What a highlighted text needs of an opinion, whether stored or tried. */
export type Opinion = Omit<Voice["opinions"][number], "path_zh" | "judged_by">;

export type ChartOption = Record<string, unknown>;

/** Every figure answer carries the days it covers and how old it is. */
export type Dated = Pick<Overview, "window" | "as_of" | "projected_at">;

export type FilterQuery = NonNullable<paths["/api/v1/overview"]["get"]["parameters"]["query"]>;
export type FactsQuery = NonNullable<paths["/api/v1/facts"]["get"]["parameters"]["query"]>;

/** The live stream is no OpenAPI answer, so its second event is written down here. */
export interface Tick {
  as_of: string | null;
  projected_at: string | null;
  voices: number | null;
  lag_ms: number | null;
}

export type Case = Schema["CaseOut"];
export type CaseChange = Schema["CaseChangeIn"];
export type CaseDetail = Schema["CaseDetailOut"];
export type CaseDraft = Schema["CaseIn"];
export type HealthFigure = Schema["HealthFigureOut"];
export type Programme = Schema["ProgrammeOut"];
export type ReportDraft = Schema["ReportIn"];
export type ReportPage = Schema["PageOut"];
export type SavedReport = Schema["SavedReportOut"];
export type Telling = Schema["TellingOut"];
