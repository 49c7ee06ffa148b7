/** What a rule sees of a voter, or of a provider whose voters were collapsed. */
export interface Opinion {
  readonly label: string;
  /** Labels that it accepts, best first, its own included. */
  readonly ranking: readonly string[];
  /** Above 0. */
  readonly weight: number;
}

/** Weights in units of the heaviest, so that huge ones do not sum to infinity. */
export function inUnits(opinions: readonly Opinion[]): readonly Opinion[] {
  const unit = opinions.reduce((most, { weight }) => Math.max(most, weight), 0);
  return opinions.map((opinion) => ({ ...opinion, weight: opinion.weight / unit }));
}

/** All that a rule sees of one item. */
export interface Box {
  /** At least one, in a stable order. */
  readonly opinions: readonly Opinion[];
  /** How many providers were asked, those included that gave no opinion. */
  readonly asked: number;
}
