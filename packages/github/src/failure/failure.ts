import { type AnswerParts, answerParts, headersOf, memberOf } from "./answer-parts.ts";

/** Why a request did not do what it should, by what can be done about it. */
export type Failure =
  /** GitHub asks to wait; nothing took place. Null: it does not say how long. */
  | { readonly kind: "limit"; readonly waitMs: number | null }
  /** Blocked for about an hour: waiting in a job helps nobody. */
  | { readonly kind: "blocked" }
  /** No answer, or a server's error: a change may have taken place or not. */
  | { readonly kind: "lost" }
  | { readonly kind: "refused" };

const blocked = /was submitted too quickly/i;
const limitWords =
  /secondary rate limit|abuse detection|rate limit exceeded|exceeded a rate limit/i;
const broken = /something went wrong while executing your query/i;

/** @param now epoch milliseconds, for waits that GitHub states as a time */
export function failureOf(thrown: unknown, now: number): Failure {
  const answer = answerParts(thrown);
  if (answer === null) return { kind: "lost" };
  const text = [answer.message, ...answer.details].join("\n");
  if (blocked.test(text)) return { kind: "blocked" };
  if (isLimit(answer, text)) return { kind: "limit", waitMs: statedWait(answer.headers, now) };
  if (answer.status >= 500 || answer.status === 408) return { kind: "lost" };
  return { kind: "refused" };
}

/** GraphQL tells of limits and breakdowns in an answer that is a success by its status. */
export function graphqlFailureOf(response: unknown, now: number): Failure | null {
  const errors = memberOf(memberOf(response, "data"), "errors");
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const messages = errors.map((error) => String(memberOf(error, "message"))).join("\n");
  if (blocked.test(messages)) return { kind: "blocked" };
  const isLimited = errors.some((error) => memberOf(error, "type") === "RATE_LIMITED");
  if (isLimited || limitWords.test(messages)) {
    return { kind: "limit", waitMs: statedWait(headersOf(response), now) };
  }
  return broken.test(messages) ? { kind: "lost" } : null;
}

function isLimit({ status, headers }: AnswerParts, text: string): boolean {
  if (status === 429) return true;
  if (status !== 403 || /not accessible/i.test(text)) return false;
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    limitWords.test(text)
  );
}

function statedWait(headers: Readonly<Record<string, string>>, now: number): number | null {
  const seconds = Number(headers["retry-after"] ?? "none");
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const reset = Number(headers["x-ratelimit-reset"] ?? "none");
  if (headers["x-ratelimit-remaining"] !== "0" || !Number.isFinite(reset)) return null;
  // One second more, so that the new window has begun whatever the clocks say.
  return Math.max(0, reset * 1000 - now) + 1000;
}
