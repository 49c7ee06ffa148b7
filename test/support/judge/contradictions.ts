import type { Violation } from "./violation.ts";

/** Where GitHub's description contradicts GitHub, so that the judge would be wrong to insist on it. */
interface Contradiction {
  readonly operation: RegExp;
  readonly in: Violation["in"];
  readonly at: RegExp;
  readonly message: RegExp;
  /** What GitHub really does, and how that is known. */
  readonly reason: string;
  /** What would be judged wrongly without this entry. */
  readonly witness: WitnessedExchange | WitnessedEvent;
}

/** Of the body only what matters. */
interface WitnessedExchange {
  readonly kind: "exchange";
  readonly method: string;
  readonly url: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/** Of the payload only what matters. */
interface WitnessedEvent {
  readonly kind: "event";
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const documentation = "https://docs.github.com/rest";

/** Short on purpose: each entry is a hole in the judge. A test proves that each is still needed. */
export const contradictions: readonly Contradiction[] = [
  {
    operation: /./u,
    in: "response",
    at: /^\/status$/u,
    message: /GitHub does not list/u,
    reason:
      "Every error of GitHub's REST API has carried its `status` in the body since 2024; the schemas of validation errors still lack it.",
    witness: {
      kind: "exchange",
      method: "POST",
      url: "/repos/o/r/issues",
      requestBody: { title: "Broken" },
      status: 422,
      responseBody: {
        message: "Validation Failed",
        errors: [{ resource: "Issue", field: "title", code: "invalid" }],
        documentation_url: documentation,
        status: "422",
      },
    },
  },
  {
    operation: /\/pulls(?:\/|$)/u,
    in: "response",
    at: /^\/\d+\/labels\/\d+\/description$/u,
    message: /^must be string$/u,
    reason:
      "A label without a description has null for it everywhere; only the labels of listed pull requests are described otherwise.",
    witness: {
      kind: "exchange",
      method: "GET",
      url: "/repos/o/r/pulls",
      status: 200,
      responseBody: [{ labels: [{ description: null }] }],
    },
  },
  {
    operation: /\/pulls\/(?:\{pull_number\}\/)?comments(?:\/|$)/u,
    in: "response",
    at: /^(?:\/\d+)?\/(?:line|original_line|position)$/u,
    message: /^must be integer$/u,
    reason:
      "An outdated comment has null for its line and position, and a comment on a file has no lines at all.",
    witness: {
      kind: "exchange",
      method: "GET",
      url: "/repos/o/r/pulls/1/comments",
      status: 200,
      responseBody: [{ line: null, position: null }],
    },
  },
  {
    operation: /^GET \/repos\/\{owner\}\/\{repo\}\/pulls\/\{pull_number\}$/u,
    in: "response",
    at: /^\/errors$/u,
    message: /GitHub does not list/u,
    reason: "A diff that is too large is refused with `errors`, whose code is `too_large`.",
    witness: {
      kind: "exchange",
      method: "GET",
      url: "/repos/o/r/pulls/1",
      status: 406,
      responseBody: {
        message: "Sorry, the diff exceeded the maximum number of lines (20000)",
        errors: [{ resource: "PullRequest", field: "diff", code: "too_large" }],
        documentation_url: documentation,
        status: "406",
      },
    },
  },
  {
    operation: /^event /u,
    in: "payload",
    at: /\/user_view_type$/u,
    message: /GitHub does not list/u,
    reason:
      "GitHub shows `user_view_type` with every user, and lists it with most; with some it was left out.",
    witness: {
      kind: "event",
      name: "issue_comment",
      payload: { action: "created", issue: { user: { user_view_type: "public" } } },
    },
  },
  {
    operation: /^event pull-request-review-edited$/u,
    in: "payload",
    at: /^\/pull_request\/(?:base|head)\/repo\/(?:has_discussions|web_commit_signoff_required)$/u,
    message: /GitHub does not list/u,
    reason:
      "GitHub shows both keys with every repository, and lists them with those of the other events of reviews.",
    witness: {
      kind: "event",
      name: "pull_request_review",
      payload: {
        action: "edited",
        pull_request: { base: { repo: { has_discussions: false } } },
      },
    },
  },
];

export function isKnownContradiction(violation: Violation): boolean {
  return contradictions.some(
    (known) =>
      known.in === violation.in &&
      known.operation.test(violation.operation) &&
      known.at.test(violation.at) &&
      known.message.test(violation.message),
  );
}
