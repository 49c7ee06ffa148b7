/** One entry of `errors` in a 422 of GitHub; plain text where GitHub answers with text. */
export type RefusalDetail =
  | string
  | {
      readonly resource: string;
      readonly field?: string;
      readonly code: string;
      readonly message?: string;
    };

/** Thrown by operations and endpoints where GitHub answers with an error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly errors: readonly RefusalDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    errors: readonly RefusalDetail[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** A 422 as GitHub words it. */
export function invalid(...errors: readonly RefusalDetail[]): Refusal {
  return new Refusal(422, "Validation Failed", errors);
}
