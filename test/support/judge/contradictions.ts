import type { Violation } from "./violation.ts";

/** Where GitHub's description contradicts GitHub, so that the judge would be wrong to insist on it. */
interface Contradiction {
  readonly operation: RegExp;
  readonly in: Violation["in"];
  readonly at: RegExp;
  readonly message: RegExp;
  /** What GitHub really does, and how that is known. */
  readonly reason: string;
  /** An exchange that would be judged wrongly without this entry. */
  readonly witness: {
    readonly method: string;
    readonly url: string;
    readonly requestBody?: unknown;
    readonly status: number;
    readonly responseBody: unknown;
  };
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
