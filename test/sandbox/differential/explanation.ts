/** One way in which the two differ. */
export interface Difference {
  readonly step: string;
  readonly text: string;
}

/** Why the sandbox (here) differs from the emulator (there), as patterns on steps and differences. */
export interface Explanation {
  readonly steps: RegExp;
  readonly text: RegExp;
  readonly reason: string;
}

export function isExplainedBy({ step, text }: Difference, why: Explanation): boolean {
  return why.steps.test(step) && why.text.test(text);
}
