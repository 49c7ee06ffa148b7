/** seconds = exp(base) · size ^ power, give or take a factor of exp(deviation). */
export interface SizeRelation {
  readonly base: number;
  readonly power: number;
  readonly deviation: number;
  /** The sizes it was learned from; it says nothing far outside of them. */
  readonly smallest: number;
  readonly largest: number;
}

interface Point {
  readonly size: number;
  readonly seconds: number;
}

/** Fewer points than this agree by chance. */
const enough = 8;
/** Sizes have to explain at least this share of how durations differ. */
const explained = 0.4;

/** Fits a line through logarithms; null: sizes do not tell how long tasks last. */
export function sizeRelation(points: readonly Point[]): SizeRelation | null {
  const usable = points.filter(({ size, seconds }) => size > 0 && seconds > 0);
  if (usable.length < enough) return null;
  const xs = usable.map(({ size }) => Math.log(size));
  const ys = usable.map(({ seconds }) => Math.log(seconds));
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const [xx, yy, xy] = [covariance(xs, xs), covariance(ys, ys), covariance(xs, ys)];
  if (xx === 0 || xy <= 0 || (xy * xy) / (xx * yy) < explained) return null;
  const power = xy / xx;
  return {
    base: meanY - power * meanX,
    power,
    deviation: Math.sqrt(Math.max(0, yy - power * xy)),
    smallest: Math.exp(xs.reduce((a, b) => Math.min(a, b))),
    largest: Math.exp(xs.reduce((a, b) => Math.max(a, b))),
  };
}

/** What a task of this size lasts; a size out of all experience is taken to be the nearest known. */
export function secondsForSize(
  { base, power, deviation, smallest, largest }: SizeRelation,
  size: number,
): { mean: number; variance: number } {
  const known = Math.min(4 * largest, Math.max(smallest / 4, size));
  const mean = Math.exp(base + power * Math.log(known));
  return { mean, variance: (mean * Math.max(0.3, Math.expm1(Math.min(deviation, 2)))) ** 2 };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const sum = xs.reduce((so, x, at) => so + (x - meanX) * ((ys[at] ?? 0) - meanY), 0);
  return sum / xs.length;
}
