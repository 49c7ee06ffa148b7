/** One request and its answer, as they went over the wire; what judges and tests look at. */
export interface Exchange {
  readonly method: string;
  /** With its query, without the host. */
  readonly url: string;
  /** Of the endpoint that answered; null when none did (pages, git, unknown paths). */
  readonly route: string | null;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Parsed when it is JSON, else null. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  /** Made by a fault on demand rather than by the endpoint. */
  readonly faulted: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}
