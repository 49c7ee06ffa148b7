import type { Correction } from "../agent.ts";
import type { Diff } from "../diff/model.ts";
import type { DiffIndex } from "../finding/diff-index.ts";
import type { Finding, Remark } from "../finding/model.ts";
import { signRemarks } from "../finding/sign.ts";
import { CorrectionTally } from "../finding/tally.ts";
import type { PanelMember } from "../panel.ts";
import type { RulePolicy } from "../scope/rule-policy.ts";
import type { ReviewTask } from "../task.ts";
import { mergeCorrections } from "./merge-corrections.ts";
import { sortOutRemarks } from "./sort-out-remarks.ts";

/** What the panel said, checked. */
export interface Hearing {
  readonly findings: readonly Finding[];
  /** By agent; what the agent itself reported included. */
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  /** Files spoken of by lines that no hunk shows: such a remark may belong to any of their hunks. */
  readonly unsettledPaths: ReadonlySet<string>;
}

/** What the panel's words are checked against. */
export interface HearingContext {
  readonly task: ReviewTask;
  /** The task's. */
  readonly diff: Diff;
  readonly index: DiffIndex;
  /** Findings of the last review that stay. */
  readonly carried: readonly Finding[];
  readonly policy: RulePolicy;
}

/** Turns remarks into findings: those asked for, placed, signed, and wanted by the settings. */
export function hearPanel(members: readonly PanelMember[], context: HearingContext): Hearing {
  const sorted = members.map(({ remarks }) => sortOutRemarks(remarks, context));
  const asked = members.map(({ name, provider }, at) => {
    return { name, provider, remarks: sorted[at]?.asked ?? ([] as readonly Remark[]) };
  });
  const answers = signRemarks(asked, context.diff, context.carried).map((signed, at) => {
    const { findings, silenced } = applyPolicy(signed.findings, context.policy);
    const own = members[at]?.report.corrections ?? [];
    const unasked = sorted[at]?.corrections ?? [];
    const corrections = mergeCorrections([own, unasked, signed.corrections, silenced]);
    return { agent: signed.agent, findings, corrections };
  });
  return {
    findings: answers.flatMap(({ findings }) => findings),
    corrections: new Map(answers.map(({ agent, corrections }) => [agent, corrections])),
    unsettledPaths: new Set(sorted.flatMap(({ unsettledPaths }) => unsettledPaths)),
  };
}

function applyPolicy(
  findings: readonly Finding[],
  policy: RulePolicy,
): { findings: readonly Finding[]; silenced: readonly Correction[] } {
  const tally = new CorrectionTally();
  const wanted = findings.flatMap((finding) => {
    const decided = policy(finding);
    if (!("silenced" in decided)) return [decided];
    tally.add("dropped", decided.silenced);
    return [];
  });
  return { findings: wanted, silenced: tally.list() };
}
