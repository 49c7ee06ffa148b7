/** What is looked at of anything Octokit throws, whichever of its classes made it. */
export interface AnswerParts {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
  /** GitHub's `errors`, one line each. */
  readonly details: readonly string[];
}

/** Null when there was no answer at all. */
export function answerParts(thrown: unknown): AnswerParts | null {
  const response = memberOf(thrown, "response");
  const status = memberOf(response, "status");
  if (typeof status !== "number") return null;
  const data = memberOf(response, "data");
  const message = memberOf(data, "message");
  return {
    status,
    headers: headersOf(response),
    message: typeof message === "string" ? message : textOf(data),
    details: detailsOf(memberOf(data, "errors")),
  };
}

export function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

export function headersOf(response: unknown): Readonly<Record<string, string>> {
  const headers = memberOf(response, "headers");
  return typeof headers === "object" && headers !== null
    ? (headers as Readonly<Record<string, string>>)
    : {};
}

/** A proxy's error page is no message: its beginning is enough to know it. */
function textOf(data: unknown): string {
  return typeof data === "string" ? data.slice(0, 200).replace(/\s+/g, " ").trim() : "";
}

function detailsOf(errors: unknown): readonly string[] {
  return Array.isArray(errors) ? errors.slice(0, 20).map(detailOf) : [];
}

function detailOf(error: unknown): string {
  if (typeof error === "string") return error;
  const message = memberOf(error, "message");
  if (typeof message === "string") return message;
  const words = ["resource", "field", "code"].map((key) => memberOf(error, key));
  return words.filter((word) => typeof word === "string").join(" ");
}
