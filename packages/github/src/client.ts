import type { Endpoints, RequestParameters } from "@octokit/types";
import type { RunLimits } from "./limits/run-limits.ts";

/** A REST operation as Octokit names it: `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
export type Route = keyof Endpoints;
export type ReadRoute = Extract<Route, `GET ${string}`>;
export type ParametersOf<R extends Route> = Endpoints[R]["parameters"] &
  Pick<RequestParameters, "mediaType">;
export type DataOf<R extends Route> = Endpoints[R]["response"]["data"];

/** One change on GitHub, told so that it can be found again, audited, and only shown in a dry run. */
export interface Write<T> {
  /** What it does, for the audit log: `create review`. */
  readonly action: string;
  /** On what: `owner/name#7`. */
  readonly target: string;
  /** Sends it once. Octokit's own retries are off. */
  readonly send: (sender: Sender) => Promise<T>;
  /**
   * Looks for what a lost attempt may have written; asked before anything is sent a second time.
   * Null: it did not take place.
   */
  readonly find: (client: GitHubClient) => Promise<T | null>;
}

/** The only way to send a change; handed to `Write.send`. */
export interface Sender {
  readonly rest: <R extends Exclude<Route, ReadRoute>>(
    route: R,
    parameters: ParametersOf<R>,
  ) => Promise<DataOf<R>>;
  readonly graphql: <T>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<T>;
}

export type Written<T> =
  | { readonly status: "written"; readonly value: T }
  /** An earlier attempt, whose answer was lost, had done it. */
  | { readonly status: "found"; readonly value: T }
  /** Not sent: this is a dry run. */
  | { readonly status: "dry-run" };

/** What a run has used, for the summary and the outputs. */
export interface ApiUsage {
  readonly reads: number;
  readonly writes: number;
  /** Reads answered by 304 or from the cache. */
  readonly cached: number;
  readonly retries: number;
  /** Milliseconds spent waiting for limits. */
  readonly waitedMs: number;
  /** Of the limit that is nearest to its end; null before the first answer. */
  readonly budget: {
    readonly limit: number;
    readonly remainingAtStart: number;
    readonly used: number;
    /** The share of what was left at the start that this run may use, 0–1. */
    readonly share: number;
  } | null;
}

export interface QueryOptions {
  /** How often it is sent again after an answer was lost; default 3. */
  readonly repeats?: number;
  /** What a field that GitHub does not find is: an error, or just null. Default an error. */
  readonly missing?: "error" | "null";
}

/** The one client of GitHub. Reads are retried and cached; every write takes place at most once. */
export interface GitHubClient {
  readonly read: <R extends ReadRoute>(route: R, parameters: ParametersOf<R>) => Promise<DataOf<R>>;
  /** All pages of a list. */
  readonly readAll: <R extends ReadRoute>(
    route: R,
    parameters: ParametersOf<R>,
  ) => Promise<DataOf<R>>;
  /** A GraphQL query; its errors are thrown. */
  readonly query: <T>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ) => Promise<T>;
  readonly write: <T>(write: Write<T>) => Promise<Written<T>>;
  /** Settles from here on what `GitHubClientOptions` began with, for settings that GitHub itself holds. */
  readonly limit: (limits: Readonly<RunLimits>) => void;
  readonly usage: () => ApiUsage;
  /** Waits, in milliseconds, unless the run is to end. */
  readonly pause: (ms: number) => Promise<void>;
  /** To be called once at the end: keeps what was cached and ends the audit log. */
  readonly close: () => Promise<void>;
}
