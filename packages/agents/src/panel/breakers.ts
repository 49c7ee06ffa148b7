import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
} from "cockatiel";

const failuresInARow = 3;
const pauseMs = 60_000;

/** One breaker a provider: when it is down, its other agents fail at once rather than one by one. */
export interface Breakers {
  of(provider: string): CircuitBreakerPolicy;
}

export function createBreakers(): Breakers {
  const policies = new Map<string, CircuitBreakerPolicy>();
  return {
    of(provider) {
      const known = policies.get(provider);
      if (known !== undefined) return known;
      const policy = circuitBreaker(handleAll, {
        halfOpenAfter: pauseMs,
        breaker: new ConsecutiveBreaker(failuresInARow),
      });
      policies.set(provider, policy);
      return policy;
    },
  };
}
