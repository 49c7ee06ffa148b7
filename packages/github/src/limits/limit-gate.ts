import type { CodedError } from "@swarm-actions/core";
import type { Clock } from "../client-options.ts";
import { GitHubError } from "../failure/github-error.ts";
import type { Tally } from "../tally.ts";
import type { RunLimits } from "./run-limits.ts";

/** Holds every request back while GitHub asks to wait. */
export interface LimitGate {
  /** Resolves once requests may be sent. */
  readonly pass: () => Promise<void>;
  /**
   * Nothing is sent for this long; null: a minute, then twice as long each time.
   * @throws GitHubError `github/limit` when that is longer than a run may wait
   */
  readonly close: (waitMs: number | null, times: number, place: string) => void;
}

interface GateParts {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly limits: Readonly<RunLimits>;
  readonly tally: Tally;
}

const minute = 60_000;
const shortest = 1000;

export function createLimitGate({ clock, signal, limits, tally }: GateParts): LimitGate {
  let opensAt = 0;
  return {
    pass: async () => {
      for (let left = opensAt - clock.now(); left > 0; left = opensAt - clock.now()) {
        await clock.sleep(left, signal);
      }
    },
    close: (waitMs, times, place) => {
      const wait = Math.max(shortest, waitMs ?? unstated(times, clock));
      const now = clock.now();
      const more = Math.max(0, now + wait - Math.max(opensAt, now));
      const { maxWaitMs } = limits;
      if (tally.waitedMs + more > maxWaitMs) throw tooLong(now + wait, maxWaitMs, place);
      tally.waitedMs += more;
      opensAt = Math.max(opensAt, now + wait);
    },
  };
}

/** A little more than asked, differently each time, so that runs side by side do not return at once. */
function unstated(times: number, clock: Clock): number {
  return minute * 2 ** times * (1 + clock.random() / 10);
}

function tooLong(at: number, maxWaitMs: number, place: string): CodedError {
  const when = new Date(at).toISOString();
  const most = Math.round(maxWaitMs / 1000);
  const message = `GitHub's limit is spent until ${when}, which is more than the ${most} s a run may wait`;
  return new GitHubError("github/limit", message, {
    fault: "platform",
    fix: `Run again after ${when}, with fewer runs at once or a token whose limit is higher.`,
    place,
    status: null,
  });
}
