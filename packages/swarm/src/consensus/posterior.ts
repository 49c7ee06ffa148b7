import { compareText } from "@swarm-actions/core";
import type { Verdict } from "./verdict.ts";

export type Posterior = Verdict["posterior"];

/** Of very many labels the likeliest are shown, as if there were no others. */
const mostShown = 32;

/**
 * How likely each label is when `support` stands behind it, in votes of which each makes a label
 * `exp(unit)` times as likely: labels that nobody gave included.
 */
export function posteriorOf(
  labels: readonly string[],
  support: ReadonlyMap<string, number>,
  unit: number,
): Posterior {
  const logs = labels.map((label) => unit * (support.get(label) ?? 0));
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return showPosterior(
    labels,
    logs.map((log) => Math.exp(log - top)),
  );
}

/** Likeliest first, level ones by name; nine digits, so that the last bits of a sum say nothing. */
export function showPosterior(labels: readonly string[], shares: ArrayLike<number>): Posterior {
  const shown = labels
    .map((label, at) => ({ label, probability: shares[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || compareText(a.label, b.label))
    .slice(0, mostShown);
  const all = shown.reduce((sum, { probability }) => sum + probability, 0);
  return shown
    .map(({ label, probability }) => ({ label, probability: round(probability / all) }))
    .sort((a, b) => b.probability - a.probability || compareText(a.label, b.label));
}

export function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
