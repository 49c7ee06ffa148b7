/** Milliseconds between tries to reach a board that did not answer: the first, and at most. */
export const backoff = { first: 1_000, most: 60_000 };
