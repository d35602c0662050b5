import type { FilterQuery } from "@/api/types";

/** The address of an answer as a file: the same question, asked for a spreadsheet or a picture. */
export function fileHref(path: string, query: FilterQuery, extra: Record<string, string | undefined>): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, ...extra })) {
    if (Array.isArray(value)) value.forEach((each) => asked.append(key, String(each)));
    else if (value !== undefined && value !== null) asked.set(key, String(value));
  }
  return `/api/v1${path}?${asked}`;
}
