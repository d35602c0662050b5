import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { http, take } from "@/api/client";
import type { components } from "@/api/schema";

type Schema = components["schemas"];
export type Study = Schema["StudyOut"];
export type StudyDraft = Schema["StudyIn"];
export type Conversation = Schema["ConversationOut"];
export type Transcript = Schema["TranscriptOut"];
export type Turn = Schema["TurnOut"];
export type Speaker = Schema["SpeakerOut"];
export type Code = Schema["CodeOut"];
export type CodeDraft = Schema["CodeIn"];
export type Span = Schema["CodedSpanOut"];
export type Findings = Schema["FindingsOut"];
export type Quote = Schema["CodedQuoteOut"];

export const studies = queryOptions({
  queryKey: ["interviews"],
  queryFn: () => take(http.GET("/api/v1/interviews/studies")),
});

export const studyOf = (id: number) =>
  queryOptions({
    queryKey: ["interviews", id],
    queryFn: () => take(http.GET("/api/v1/interviews/studies/{study_id}", { params: { path: { study_id: id } } })),
  });

export const codesOf = (id: number) =>
  queryOptions({
    queryKey: ["interviews", id, "codes"],
    queryFn: () => take(http.GET("/api/v1/interviews/studies/{study_id}/codes", { params: { path: { study_id: id } } })),
  });

export const findingsOf = (id: number, language: "zh" | "en") =>
  queryOptions({
    queryKey: ["interviews", id, "findings", language],
    queryFn: () => take(http.GET("/api/v1/interviews/studies/{study_id}/findings", { params: { path: { study_id: id }, query: { language } } })),
  });

export const quotesOf = (id: number, code: number | undefined) =>
  queryOptions({
    queryKey: ["interviews", id, "quotes", code ?? null],
    queryFn: () => take(http.GET("/api/v1/interviews/studies/{study_id}/quotes", { params: { path: { study_id: id }, query: { code } } })),
  });

export const transcriptOf = (id: number, coder?: string) =>
  queryOptions({
    queryKey: ["interviews", "transcript", id, coder ?? null],
    queryFn: () => take(http.GET("/api/v1/interviews/conversations/{conversation_id}", { params: { path: { conversation_id: id }, query: { coder } } })),
  });

/** Any change in a study may change every figure of it. */
function useStudyMutation<In, Out>(ask: (body: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSuccess: () => client.invalidateQueries({ queryKey: ["interviews"] }) });
}

export const useNewStudy = () => useStudyMutation((body: StudyDraft) => take(http.POST("/api/v1/interviews/studies", { body })));

export const useChangeStudy = (id: number) =>
  useStudyMutation((body: { goals?: string[]; guide?: string }) =>
    take(http.PATCH("/api/v1/interviews/studies/{study_id}", { params: { path: { study_id: id } }, body })),
  );

export const useUpload = (id: number) =>
  useStudyMutation((form: FormData) =>
    take(
      http.POST("/api/v1/interviews/studies/{study_id}/conversations", {
        params: { path: { study_id: id } },
        body: form as never,
        bodySerializer: (body) => body as never,
      }),
    ),
  );

export const useSpeaker = () =>
  useStudyMutation(({ id, ...body }: { id: number } & Schema["SpeakerChangeIn"]) =>
    take(http.PATCH("/api/v1/interviews/speakers/{speaker_id}", { params: { path: { speaker_id: id } }, body })),
  );

export const useNewCode = (id: number) =>
  useStudyMutation((body: CodeDraft) => take(http.POST("/api/v1/interviews/studies/{study_id}/codes", { params: { path: { study_id: id } }, body })));

export const useCode = () =>
  useStudyMutation(({ id, ...body }: { id: number } & CodeDraft) => take(http.PUT("/api/v1/interviews/codes/{code_id}", { params: { path: { code_id: id } }, body })));

export const useRemoveCode = () =>
  useStudyMutation((id: number) => take(http.DELETE("/api/v1/interviews/codes/{code_id}", { params: { path: { code_id: id } } })));

export const useMark = () => useStudyMutation((body: Schema["CodedSpanIn"]) => take(http.POST("/api/v1/interviews/spans", { body })));

export const useUnmark = () =>
  useStudyMutation((id: number) => take(http.DELETE("/api/v1/interviews/spans/{span_id}", { params: { path: { span_id: id } } })));

export const useDone = (id: number) =>
  useStudyMutation((done: boolean) => take(http.PUT("/api/v1/interviews/conversations/{conversation_id}/coding", { params: { path: { conversation_id: id } }, body: { done } })));
