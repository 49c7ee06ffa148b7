/** One way in which an exchange is not as GitHub's own description says. */
export interface Violation {
  /** `POST /repos/{owner}/{repo}/pulls`, or `event pull-request-opened`; the path itself when the description has none. */
  readonly operation: string;
  /** 0 in a violation of a request or a payload. */
  readonly status: number;
  readonly in: "request" | "response" | "payload";
  /** A JSON pointer into the body, or `path`, `query`, `status`. */
  readonly at: string;
  readonly message: string;
}

export function showViolation(violation: Violation): string {
  const answer = violation.in === "response" ? ` (answer ${violation.status})` : "";
  return `${violation.operation}${answer}: ${violation.in} ${violation.at}: ${violation.message}`;
}
