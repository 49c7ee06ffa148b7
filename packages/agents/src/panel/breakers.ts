import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from "cockatiel";

const failuresInARow = 3;
const pauseMs = 60_000;

/** One breaker a provider: when it is down, its other agents fail at once rather than one by one. */
export interface Breakers {
  /** @throws BrokenCircuitError without asking, while the provider is taken to be down */
  readonly ask: <Answer>(provider: string, ask: () => Promise<Answer>) => Promise<Answer>;
  /** Takes a provider to be down for a minute, as somebody else found it to be. */
  readonly trip: (provider: string) => void;
  readonly isOpen: (provider: string) => boolean;
}

export function createBreakers(): Breakers {
  const policies = new Map<string, CircuitBreakerPolicy>();
  const trippedUntil = new Map<string, number>();
  const isTripped = (provider: string): boolean =>
    performance.now() < (trippedUntil.get(provider) ?? 0);
  const policyOf = (provider: string): CircuitBreakerPolicy => {
    const policy = policies.get(provider) ?? createPolicy();
    policies.set(provider, policy);
    return policy;
  };
  return {
    async ask(provider, ask) {
      if (isTripped(provider)) throw new BrokenCircuitError();
      return policyOf(provider).execute(ask);
    },
    trip: (provider) => void trippedUntil.set(provider, performance.now() + pauseMs),
    isOpen: (provider) =>
      isTripped(provider) || policies.get(provider)?.state === CircuitState.Open,
  };
}

function createPolicy(): CircuitBreakerPolicy {
  return circuitBreaker(handleAll, {
    halfOpenAfter: pauseMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
}
