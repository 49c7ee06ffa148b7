import { Redactor } from "@swarm-actions/core";
import { identityOf } from "./auth/token-source.ts";
import { cachingFetch } from "./cache/caching-fetch.ts";
import { createEtagCache, type EtagCache } from "./cache/etag-cache.ts";
import type { Clock, Credentials, GitHubClientOptions } from "./client-options.ts";
import { systemClock } from "./clock.ts";
import { stoppableClock } from "./failure/stopped.ts";
import { type Budget, createBudget } from "./limits/budget.ts";
import { createLimitGate, type LimitGate } from "./limits/limit-gate.ts";
import type { RunLimits } from "./limits/run-limits.ts";
import { createTally, type Tally } from "./tally.ts";
import { type Addresses, addressesOf } from "./transport/addresses.ts";
import { jobFetch } from "./transport/job-fetch.ts";
import { observedFetch } from "./transport/observed-fetch.ts";
import { wholeFetch } from "./transport/whole-fetch.ts";

/** What all requests of a client share. */
export interface Run {
  readonly credentials: Credentials;
  readonly addresses: Addresses;
  readonly userAgent: string | undefined;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly redactor: Redactor;
  readonly onNotice: (message: string) => void;
  readonly tally: Tally;
  readonly limits: RunLimits;
  readonly budget: Budget;
  readonly gate: LimitGate;
  readonly cache: EtagCache;
}

const defaultShare = 0.5;
const defaultMaxWaitMs = 600_000;
const defaultTimeoutMs = 30_000;

export function createRun(options: GitHubClientOptions): Run {
  const { credentials, userAgent, signal, redactor = new Redactor() } = options;
  const onNotice = (message: string) => options.onNotice?.(redactor.redact(message));
  const { budgetShare = defaultShare, maxWaitMs = defaultMaxWaitMs } = options;
  const limits: RunLimits = { budgetShare, maxWaitMs };
  const addresses = addressesOf(options.baseUrl, options.graphqlUrl);
  const clock = stoppableClock(options.clock ?? systemClock);
  const tally = createTally();
  const budget = createBudget(limits, clock);
  const cache = createEtagCache({ store: options.etagStore, base: addresses.rest, onNotice });
  const whole = wholeFetch(
    options.fetch ?? jobFetch(process.env),
    options.requestTimeoutMs ?? defaultTimeoutMs,
    signal,
  );
  const observed = observedFetch(whole, budget);
  return {
    credentials,
    addresses,
    userAgent,
    fetch: cachingFetch(observed, cache, identityOf(credentials), tally),
    clock,
    signal,
    redactor,
    onNotice,
    tally,
    limits,
    budget,
    gate: createLimitGate({ clock, signal, limits, tally }),
    cache,
  };
}
