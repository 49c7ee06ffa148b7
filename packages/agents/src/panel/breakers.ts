import { CodedError } from "@swarm-actions/core";
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";

const failuresInARow = 3;
const pauseMs = 60_000;

/** One breaker a provider: when it is down, its other agents fail at once rather than one by one. */
export interface Breakers {
  /** @throws BrokenCircuitError without asking, while the provider is taken to be down */
  readonly ask: <Answer>(provider: string, ask: () => Promise<Answer>) => Promise<Answer>;
  /**
   * Takes a provider to be down, as somebody else found it to be. Once the time is over it is asked one
   * thing: an answer closes the breaker, a failure opens it for another pause.
   * @param milliseconds from now; 0 or less: it may be tried at once
   */
  readonly trip: (provider: string, milliseconds: number) => void;
  /** Somebody else had an answer from it. */
  readonly release: (provider: string) => void;
  readonly isOpen: (provider: string) => boolean;
  /** Milliseconds until it may be asked again. */
  readonly opensIn: (provider: string) => number;
}

interface Trip {
  until: number;
  /** Whether somebody is asking it just now. */
  isTried: boolean;
}

/** @param pause milliseconds before a provider that failed is tried again */
export function createBreakers(pause = pauseMs): Breakers {
  const owned = new Map<string, OwnBreaker>();
  const trips = new Map<string, Trip>();
  const ownOf = (provider: string): OwnBreaker => {
    const own = owned.get(provider) ?? createOwnBreaker(pause);
    owned.set(provider, own);
    return own;
  };
  const opensIn = (provider: string): number => {
    const until = Math.max(owned.get(provider)?.opensAt() ?? 0, trips.get(provider)?.until ?? 0);
    return Math.max(0, until - performance.now());
  };
  return {
    async ask(provider, ask) {
      const trip = trips.get(provider);
      const { policy } = ownOf(provider);
      if (trip === undefined) return policy.execute(ask);
      const answer = await tryOnce(trip, pause, () => policy.execute(ask));
      trips.delete(provider);
      return answer;
    },
    trip(provider, milliseconds) {
      const trip = trips.get(provider) ?? { until: 0, isTried: false };
      trip.until = performance.now() + milliseconds;
      trips.set(provider, trip);
    },
    release: (provider) => void trips.delete(provider),
    isOpen: (provider) => trips.has(provider) || opensIn(provider) > 0,
    opensIn,
  };
}

async function tryOnce<Answer>(
  trip: Trip,
  pause: number,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (trip.isTried || performance.now() < trip.until) throw new BrokenCircuitError();
  trip.isTried = true;
  try {
    return await ask();
  } catch (thrown) {
    if (isFailure(thrown)) trip.until = performance.now() + pause;
    throw thrown;
  } finally {
    trip.isTried = false;
  }
}

/** Whether the provider is to blame: not when nobody asked it, or when it was stopped. */
function isFailure(thrown: unknown): boolean {
  const wasStopped = thrown instanceof CodedError && thrown.code === "agent/stopped";
  return !wasStopped && !(thrown instanceof BrokenCircuitError);
}

interface OwnBreaker {
  readonly policy: CircuitBreakerPolicy;
  /** Until when it is open; 0: it is not. */
  readonly opensAt: () => number;
}

function createOwnBreaker(pause: number): OwnBreaker {
  const breaker = new ConsecutiveBreaker(failuresInARow);
  const policy = circuitBreaker(handleWhen(isFailure), { halfOpenAfter: pause, breaker });
  let until = 0;
  policy.onBreak(() => {
    until = performance.now() + pause;
  });
  policy.onReset(() => {
    until = 0;
  });
  return { policy, opensAt: () => until };
}
