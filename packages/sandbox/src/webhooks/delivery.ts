/** One delivery of an event to a webhook, and what became of it. */
export interface Delivery {
  /** A UUID, as in `X-GitHub-Delivery`. */
  readonly id: string;
  readonly hookId: number;
  readonly event: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** The body, byte for byte as it was signed. */
  readonly body: string;
  /** Of the answer; null when none came, for the reason in `error`. */
  readonly status: number | null;
  readonly error: string | null;
}
