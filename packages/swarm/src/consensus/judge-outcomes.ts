import { compareText } from "@swarm-actions/core";
import type { Judged } from "../history/learn.ts";

/** What became of a finding, and who had said it. */
export interface FindingOutcome {
  /** The same from run to run, so that nobody is judged twice for one finding. */
  readonly id: string;
  /** Other names that it had or may get, when another agent speaks for it. */
  readonly aliases?: readonly string[];
  /**
   * `accepted`: it was mended. `dismissed`: somebody closed it and left the lines as they were. `ignored`:
   * somebody wants to hear no more of it.
   */
  readonly outcome: "accepted" | "dismissed" | "ignored";
  /** Voters that said it. */
  readonly yes: readonly string[];
  /** Voters that could have said it and did not. */
  readonly no: readonly string[];
}

/** Whoever says to ignore a finding may mean that it is right and does not matter here. */
const surely = { accepted: 1, dismissed: 1, ignored: 0.5 } as const;

/** Silence says less than a word: it may be that the voter did not look. */
const silence = 0.25;

/** Outcomes as counts of right and wrong, by voter; each finding counts once. */
export function judgeOutcomes(outcomes: readonly FindingOutcome[]): readonly Judged[] {
  const judged = new Map<string, Judged>();
  const judge = (voter: string, isRight: boolean, count: number): void => {
    const before = judged.get(voter) ?? { voter, right: 0, wrong: 0 };
    const key = isRight ? "right" : "wrong";
    judged.set(voter, { ...before, [key]: before[key] + count });
  };
  const once = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  for (const { outcome, yes, no } of once.values()) {
    const isTrue = outcome === "accepted";
    for (const voter of yes) judge(voter, isTrue, surely[outcome]);
    for (const voter of no) judge(voter, !isTrue, surely[outcome] * silence);
  }
  return [...judged.values()].sort((a, b) => compareText(a.voter, b.voter));
}
