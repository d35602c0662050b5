import { filteredLink } from "@/filters/filters";

/** The page of one opportunity, with the filters it was found under. */
export function opportunityLink(key: string, search: URLSearchParams): string {
  const link = filteredLink("/understand/opportunities/one", search);
  return `${link}${link.includes("?") ? "&" : "?"}key=${encodeURIComponent(key)}`;
}
