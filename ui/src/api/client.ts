import createClient from "openapi-fetch";
import type { paths } from "@/api/schema";

/**
 * The typed way to the server; a changed contract is a compile error here. The header proves that a page of
 * ours sent the request, where a plain-http address keeps the browser from saying so itself.
 */
export const http = createClient<paths>({ credentials: "same-origin", headers: { "X-Huiyin-CSRF": "1" } });

interface ErrorBody {
  code: string;
  message: string;
  row?: number;
  field?: string;
  expected?: string;
}

/** A refusal in the server's own words. */
export class ApiError extends Error {
  readonly code: string;
  readonly field?: string;
  readonly expected?: string;

  constructor(
    readonly status: number,
    body: Partial<ErrorBody>,
  ) {
    super(body.message ?? String(status));
    this.code = body.code ?? "http_error";
    this.field = body.field;
    this.expected = body.expected;
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Returns the answer's data; raises ApiError for a refusal. */
export async function take<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new ApiError(response.status, (error as { error?: ErrorBody } | undefined)?.error ?? {});
}
