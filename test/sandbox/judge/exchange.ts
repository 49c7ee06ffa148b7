import type { Exchange } from "@swarm-actions/sandbox";

/** A fitting exchange, told by what matters. */
export function exchange(overrides: Partial<Exchange> = {}): Exchange {
  return {
    method: "GET",
    url: "/rate_limit",
    route: null,
    requestHeaders: {},
    requestBody: null,
    status: 200,
    responseHeaders: { "content-type": "application/json; charset=utf-8" },
    responseBody: null,
    faulted: false,
    at: 0,
    ...overrides,
  };
}
