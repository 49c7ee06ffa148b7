import { type ConsensusRule, checkConsensusRule } from "@swarm-actions/swarm";
import type { Diff } from "../diff/model.ts";
import { compareFindings } from "../finding/compare.ts";
import { indexDiff } from "../finding/diff-index.ts";
import type { Finding } from "../finding/model.ts";
import { clusterFindings } from "./cluster-findings.ts";
import { judgeCluster } from "./judge-cluster.ts";
import type { PanelFinding } from "./model.ts";
import { judgeOf, type Voter } from "./voter.ts";

/**
 * Makes one finding of those that say the same about the same place, and counts who said it. Every
 * finding ends up in exactly one; no two of one agent end up together. The same findings and voters
 * in any order give the same answer, in the order of `compareFindings`.
 * @param voters every agent of the panel, those that failed included; their names are unique.
 * @throws CodedError `consensus/…` for an invalid rule or weight.
 */
export function mergeFindings(
  findings: readonly Finding[],
  voters: readonly Voter[],
  rule: ConsensusRule,
  diff: Diff,
): readonly PanelFinding[] {
  checkConsensusRule(rule);
  const index = indexDiff(diff);
  const judges = voters.map((voter) => judgeOf(voter, index));
  return clusterFindings(findings)
    .map((members) => judgeCluster(members, judges, rule))
    .sort(compareFindings);
}
