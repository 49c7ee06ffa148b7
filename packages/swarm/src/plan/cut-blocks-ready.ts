/** When workers come: a median and the spread of the logarithm, in seconds. */
export interface ReadyTimes {
  readonly median: number;
  readonly sigma: number;
}

/** When the first, second, … of so many workers is expected to be ready, ascending. */
export function expectedReady(workers: number, { median, sigma }: ReadyTimes): number[] {
  return Array.from({ length: workers }, (_, at) => {
    const share = (at + 1 - 0.375) / (workers + 0.25);
    return median * Math.exp(sigma * normalQuantile(share));
  });
}

/** Inverse of the normal distribution, by Abramowitz and Stegun 26.2.23; off by less than 0.00045. */
function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  const t = Math.sqrt(-2 * Math.log(tail));
  const above =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return share < 0.5 ? -above : above;
}
