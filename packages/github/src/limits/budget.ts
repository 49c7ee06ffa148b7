import type { ApiUsage } from "../client.ts";
import type { Clock } from "../client-options.ts";
import { GitHubError } from "../failure/github-error.ts";
import type { RunLimits } from "./run-limits.ts";

/** Keeps a run under its share of what was left when it began, for each of GitHub's limits. */
export interface Budget {
  /** @throws GitHubError `github/budget-spent` instead of a request that would be too many */
  readonly check: (url: string, place: string) => void;
  /** Learns from an answer's headers. */
  readonly observe: (url: string, status: number, headers: Headers) => void;
  readonly usage: () => ApiUsage["budget"];
}

interface Window {
  readonly limit: number;
  readonly remainingAtStart: number;
  readonly resetAt: number;
  used: number;
}

/** @param limits may change while the run goes on: they stand in settings that the first request reads. */
export function createBudget(limits: Readonly<RunLimits>, clock: Clock): Budget {
  const windows = new Map<string, Window>();
  return {
    check: (url, place) => {
      const window = windows.get(resourceOf(url));
      if (window === undefined || clock.now() >= window.resetAt) return;
      const share = limits.budgetShare;
      if (window.used >= allowed(window, share)) throw spent(window, share, place);
    },
    observe: (url, status, headers) => {
      // That nothing changed costs nothing.
      const cost = status === 304 ? 0 : 1;
      const current = windowOf(headers, cost);
      const known = windows.get(resourceOf(url));
      const isNew = current !== null && current.resetAt > (known?.resetAt ?? 0);
      // A refusal may tell of another limit than the one that is counted.
      if (isNew && status < 400) windows.set(resourceOf(url), current);
      else if (known !== undefined) known.used += cost;
    },
    usage: () => tightest([...windows.values()], limits.budgetShare),
  };
}

/** By the address, as a request that was not sent yet has no headers that would say. */
function resourceOf(url: string): string {
  const { pathname } = new URL(url);
  if (pathname.endsWith("/graphql")) return "graphql";
  return /^(\/api\/v3)?\/search\//.test(pathname) ? "search" : "core";
}

function windowOf(headers: Headers, cost: number): Window | null {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => {
    const value = headers.get(`x-ratelimit-${name}`);
    return value === null ? Number.NaN : Number(value);
  });
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  if (!Number.isFinite(limit + remaining + reset)) return null;
  return { limit, remainingAtStart: remaining + cost, resetAt: reset * 1000, used: cost };
}

function allowed(window: Window, share: number): number {
  return Math.floor(window.remainingAtStart * share);
}

function tightest(windows: readonly Window[], share: number): ApiUsage["budget"] {
  const left = (window: Window) => allowed(window, share) - window.used;
  const [first] = windows.toSorted((a, b) => left(a) - left(b));
  if (first === undefined) return null;
  const { limit, remainingAtStart, used } = first;
  return { limit, remainingAtStart, used, share };
}

function spent(window: Window, share: number, place: string): GitHubError {
  const percent = Math.round(share * 100);
  const most = allowed(window, share);
  const when = new Date(window.resetAt).toISOString();
  const message =
    `this run has used ${window.used} requests of the ${most} it may: ${percent} % of the ` +
    `${window.remainingAtStart} that were left of ${window.limit} when it began`;
  return new GitHubError("github/budget-spent", message, {
    fault: "platform",
    fix: `Run again after ${when}, raise the budget's share, or use a token of its own.`,
    place,
    status: null,
  });
}
