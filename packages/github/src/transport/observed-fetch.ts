import type { Budget } from "../limits/budget.ts";

/** A fetch that lets the budget see what GitHub says is left. */
export function observedFetch(inner: typeof fetch, budget: Budget): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const url = input instanceof Request ? input.url : String(input);
    budget.observe(url, response.status, response.headers);
    return response;
  };
}
