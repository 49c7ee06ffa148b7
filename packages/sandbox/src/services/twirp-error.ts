/** The error codes of Twirp that the services use, with their HTTP status. */
const statuses = {
  already_exists: 409,
  invalid_argument: 400,
  malformed: 400,
  not_found: 404,
  permission_denied: 403,
  resource_exhausted: 429,
  unauthenticated: 401,
} as const;

/** Thrown where the results service answers with an error: `{ code, msg }`. */
export class TwirpError extends Error {
  override readonly name = "TwirpError";
  readonly code: keyof typeof statuses;
  readonly status: number;

  constructor(code: keyof typeof statuses, message: string) {
    super(message);
    this.code = code;
    this.status = statuses[code];
  }
}
