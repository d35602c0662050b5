import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { http, take } from "@/api/client";

const PAUSE_MS = 350;

/** The value after typing has paused. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function useLint(text: string, goals: string) {
  const asked = useSettled(text);
  const aims = useSettled(goals);
  return useQuery({
    queryKey: ["questions", "lint", asked, aims],
    queryFn: () => {
      const wanted = aims.split("\n").map((goal) => goal.trim()).filter(Boolean);
      return take(http.POST("/api/v1/questions/lint", { body: { text: asked, form: null, goals: wanted } }));
    },
    enabled: asked.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export type Checked = NonNullable<ReturnType<typeof useLint>["data"]>;
export type CheckedQuestion = Checked["questions"][number];
export type QuestionFinding = CheckedQuestion["findings"][number];
