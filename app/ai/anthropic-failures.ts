import { APIConnectionError, APIError } from "@anthropic-ai/sdk";
import { WireCut } from "./anthropic-wire.ts";
import type { FailureReason } from "./model.ts";
import type { RetryAdvice } from "./retry.ts";

/** Why a try went wrong, without one word of the provider's own text: that may hold the prompt. */
export type Trouble = {
  reason: FailureReason;
  /** Counts only while nothing was said. */
  retry: RetryAdvice;
  status?: number;
  type?: string;
  requestId?: string;
};

/** An error in the middle of a stream has no status, only a type; this is the status it would have had. */
const statusByType: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

const tooLongMessage = /prompt is too long|context (length|window|limit)|exceeds? .*maximum.*tokens/i;

/** Sorts whatever the SDK, the connection or the parser threw. `begun` tells whether the provider's headers had come. */
export function troubleOf(error: unknown, begun: boolean): Trouble {
  if (error instanceof APIConnectionError) return { reason: "capacity", retry: "backoff" };
  if (error instanceof APIError) return told(error);
  if (error instanceof WireCut) return { reason: "cut", retry: "backoff" };
  // Only a key or an address that cannot be sent at all.
  if (error instanceof TypeError && !begun) return { reason: "configuration", retry: "never" };
  // A corrupt frame, or something nobody has thought of.
  return { reason: "unexpected", retry: "never" };
}

function told(error: APIError): Trouble {
  const type = error.type !== null && Object.hasOwn(statusByType, error.type) ? error.type : undefined;
  const status: number | undefined = error.status ?? (type === undefined ? undefined : statusByType[type]);
  return {
    ...sortByStatus(status, error),
    ...(error.status !== undefined && { status: error.status }),
    ...(type !== undefined && { type }),
    ...requestIdOf(error.requestID),
  };
}

function sortByStatus(status: number | undefined, error: APIError): Pick<Trouble, "reason" | "retry"> {
  if (status === undefined) return { reason: "unexpected", retry: "never" };
  if (status === 413) return { reason: "too-long", retry: "never" };
  if (status === 400 && tooLongMessage.test(error.apiMessage ?? ""))
    return { reason: "too-long", retry: "never" };
  if (status === 429) {
    // Without a retry-after it is a spending limit, not a rate: asking again only burns calls.
    return { reason: "capacity", retry: retryAfter(error.headers) ?? "never" };
  }
  if (status === 408 || status === 409 || status >= 500) {
    return { reason: "capacity", retry: retryAfter(error.headers) ?? "backoff" };
  }
  if (status >= 400) return { reason: "configuration", retry: "never" };
  return { reason: "unexpected", retry: "never" };
}

/** Only what looks like the provider's id is kept: a header could hold anything. */
export function requestIdOf(id: string | null | undefined): { requestId?: string } {
  return id && /^[\w-]{1,64}$/.test(id) ? { requestId: id } : {};
}

/** Seconds or an HTTP date; one that cannot be read counts as a wish to wait without saying how long. */
function retryAfter(headers: Headers | undefined): RetryAdvice | null {
  const value = headers?.get("retry-after")?.trim();
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? { afterMs: seconds * 1000 } : "backoff";
  const date = Date.parse(value);
  return Number.isNaN(date) ? "backoff" : { afterMs: Math.max(0, date - Date.now()) };
}
