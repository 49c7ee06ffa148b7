/** What may go wrong on demand. */
export type FaultEffect =
  /** Refused, with a limit spent: 429 or the 403 of a secondary limit. Seconds; null: no `retry-after`. */
  | { readonly kind: "rate-limit"; readonly status: 403 | 429; readonly retryAfter: number | null }
  | { readonly kind: "status"; readonly status: number; readonly message?: string }
  /** The request does its work, and the answer says that it did not. */
  | { readonly kind: "spoilt"; readonly status: number; readonly message?: string }
  /** Waits this long, in milliseconds, then answers as usual. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Half the answer, then the connection ends. */
  | { readonly kind: "cut" }
  /** The request does its work; the connection ends without an answer. */
  | { readonly kind: "lost" }
  /** Of an artifact that is created: somebody who died before it was uploaded has its name. */
  | { readonly kind: "burnt" }
  /** What is finalized, an artifact or a cache entry, is found only after so many looks and so long. */
  | { readonly kind: "late"; readonly looks?: number; readonly ms?: number };

/** When a fault strikes. Counted over the requests that match. */
export interface Fault {
  readonly effect: FaultEffect;
  /** Default: any. */
  readonly method?: string;
  /** A pattern on the path, query included; default: every path. */
  readonly path?: RegExp;
  /** Requests that match and are let through first; default 0. */
  readonly skip?: number;
  /** How many times it strikes; default 1. */
  readonly times?: number;
}
