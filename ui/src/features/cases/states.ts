import type { Case } from "@/api/types";

export const PRIORITIES: Case["priority"][] = ["urgent", "high", "normal", "low"];
