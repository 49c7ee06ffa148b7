import {
  type ConsensusRule,
  checkPanelSize,
  decideAll,
  type KnownReliability,
} from "@swarm-actions/swarm";
import type { Diff } from "../diff/model.ts";
import { compareFindings } from "../finding/compare.ts";
import { indexDiff } from "../finding/diff-index.ts";
import type { Finding } from "../finding/model.ts";
import { clusterFindings } from "./cluster-findings.ts";
import { closeCase, openCase } from "./judge-cluster.ts";
import type { PanelFinding } from "./model.ts";
import { judgeOf, type Voter } from "./voter.ts";

export interface MergedFindings {
  readonly findings: readonly PanelFinding[];
  /** Why another rule than the one asked for decided; null: it was that one. */
  readonly note: string | null;
}

/**
 * Makes one finding of those that say the same about the same place, and counts who said it. Every
 * finding ends up in exactly one; no two of one agent end up together. The same findings and voters
 * in any order give the same answer, in the order of `compareFindings`.
 * @param voters every agent of the panel, those that failed included; their names are unique.
 * @param known what earlier runs learned of voters, for rules that weigh; default nothing
 * @throws CodedError `consensus/…` for an invalid rule or weight.
 */
export function mergeFindings(
  findings: readonly Finding[],
  voters: readonly Voter[],
  rule: ConsensusRule,
  diff: Diff,
  known?: KnownReliability,
): MergedFindings {
  checkPanelSize(new Set(voters.map(({ provider }) => provider)).size, rule, "the change");
  const index = indexDiff(diff);
  const judges = voters.map((voter) => judgeOf(voter, index));
  const cases = clusterFindings(findings)
    .map((members) => openCase(members, judges))
    .sort((a, b) => compareFindings(a.speaker, b.speaker));
  const { decisions, note } = decideAll(
    cases.map(({ ballots }) => ballots),
    rule,
    known,
  );
  const merged = decisions.flatMap((decision, place) => {
    const one = cases[place];
    return one === undefined ? [] : [closeCase(one, decision, judges)];
  });
  return { findings: merged.sort(compareFindings), note };
}
