import type { Redactor } from "@swarm-actions/core";
import type { AuditSink } from "./audit/audit-sink.ts";
import type { EtagStore } from "./cache/etag-store.ts";

/** Who the client is. An App acts for an installation, found by `owner/repository` when its id is not given. */
export type Credentials =
  | { readonly kind: "token"; readonly token: string }
  | {
      readonly kind: "app";
      readonly appId: number | string;
      /** PEM. */
      readonly privateKey: string;
      readonly installation:
        | { readonly id: number }
        | { readonly owner: string; readonly repository: string };
    };

export interface GitHubClientOptions {
  readonly credentials: Credentials;
  /** Of REST; default what the job says, else `https://api.github.com`. */
  readonly baseUrl?: string;
  /** Default beside `baseUrl`, as on github.com and GitHub Enterprise Server. */
  readonly graphqlUrl?: string;
  readonly userAgent?: string;
  /** Nothing is written; what would be is audited as such. Default false. */
  readonly dryRun?: boolean;
  /** The share of what is left of a limit that this run may use, 0–1. Default 0.5. */
  readonly budgetShare?: number;
  /** The longest all waits for limits may take together, in milliseconds. Default ten minutes. */
  readonly maxWaitMs?: number;
  /** The longest one request may take, in milliseconds. Default thirty seconds. */
  readonly requestTimeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Keeps answers to reads for later runs; default none. */
  readonly etagStore?: EtagStore;
  /** Where every write is told; default nowhere. */
  readonly audit?: AuditSink;
  /** Learns the tokens, and cleans what errors quote; default one of its own. */
  readonly redactor?: Redactor;
  /** Told once about what went wrong without harm, in one sentence. */
  readonly onNotice?: (message: string) => void;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** Time and chance, for tests. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 0 ≤ value < 1. */
  readonly random: () => number;
  /** Ends early, by throwing, when the signal does. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}
