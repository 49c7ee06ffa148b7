/** Whose mistake an error is; it decides the exit code and the tone of the message. */
export type Fault = "user" | "platform" | "internal";

export interface CodedErrorOptions {
  /** Whose mistake it is; `user` when the person running it can mend it. Default `user`. */
  readonly fault?: Fault;
  /** What to do about it, as one imperative sentence. */
  readonly fix: string;
  /** Where: `file:line:column`, an option's name, a URL without credentials. */
  readonly place?: string;
  readonly cause?: unknown;
}

/** An error people can act on: a stable code, the place, and the fix. */
export class CodedError extends Error {
  override readonly name = "CodedError";
  readonly code: string;
  readonly fault: Fault;
  readonly fix: string;
  readonly place: string | null;

  /** @param code stable, `area/what-went-wrong`, for example `diff/cut-off`. */
  constructor(code: string, message: string, options: CodedErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fault = options.fault ?? "user";
    this.fix = options.fix;
    this.place = options.place ?? null;
  }
}

/** What was thrown, as one line of text, whatever it was. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
