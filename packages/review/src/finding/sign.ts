import { canonicalJson, compareText } from "@swarm-actions/core";
import type { Correction } from "../agent.ts";
import type { Diff } from "../diff/model.ts";
import type { PanelMember } from "../panel.ts";
import { compareFindings, comparePlaces, compareSeverities } from "./compare.ts";
import { type DiffIndex, indexDiff } from "./diff-index.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Finding, Place, Remark } from "./model.ts";
import { settleRemark } from "./settle-remark.ts";
import { CorrectionTally } from "./tally.ts";

/** What became of one agent's remarks. */
export interface SignedRemarks {
  readonly agent: string;
  /** In the order of `compareFindings`. */
  readonly findings: readonly Finding[];
  /** What had to be weakened or dropped on the way, counted by reason. */
  readonly corrections: readonly Correction[];
}

/**
 * Turns the remarks of a panel into findings: cleaned, placed, their suggestions proved, signed.
 * Remarks are hostile whatever their type says; none makes this throw.
 * @param carried findings of an earlier review that stay; no new one gets a fingerprint of theirs.
 */
export function signRemarks(
  members: readonly Pick<PanelMember, "name" | "provider" | "remarks">[],
  diff: Diff,
  carried: readonly Finding[] = [],
): readonly SignedRemarks[] {
  const index = indexDiff(diff);
  return members.map((member) => {
    const tally = new CorrectionTally();
    const settled = member.remarks.flatMap((raw) => {
      const remark = settleRemark(member.name, raw, index, tally);
      return remark === null ? [] : [remark];
    });
    const own = carried.filter(({ agent }) => agent === member.name);
    const taken = new Set(own.map(({ fingerprint }) => fingerprint));
    const findings = signAll(member, withoutRepeats(settled, tally), index, taken);
    return { agent: member.name, findings, corrections: tally.list() };
  });
}

function signAll(
  member: Pick<PanelMember, "name" | "provider">,
  remarks: readonly Remark[],
  index: DiffIndex,
  taken: Set<string>,
): readonly Finding[] {
  const ordinals = new Map<string, number>();
  const findings = remarks.map((remark): Finding => {
    const text = textAt(remark.place, index);
    const first = fingerprintOf(remark, text, 0);
    let ordinal = ordinals.get(first) ?? 0;
    let fingerprint = fingerprintOf(remark, text, ordinal);
    while (taken.has(fingerprint)) fingerprint = fingerprintOf(remark, text, ++ordinal);
    ordinals.set(first, ordinal + 1);
    taken.add(fingerprint);
    return { ...remark, agent: member.name, provider: member.provider, fingerprint };
  });
  return findings.sort(compareFindings);
}

/** One agent saying one thing twice about one place is one remark, as serious as its worst. */
function withoutRepeats(remarks: readonly Remark[], tally: CorrectionTally): readonly Remark[] {
  const kept = new Map<string, Remark>();
  for (const remark of [...remarks].sort(compareRemarks)) {
    const { place, rule, category, message } = remark;
    const key = canonicalJson([place, rule, category, message]);
    if (kept.has(key)) tally.add("dropped", "the agent said it twice");
    else kept.set(key, remark);
  }
  return [...kept.values()];
}

/** The order in which identical remarks of one file are counted: by place, wording, severity. */
function compareRemarks(a: Remark, b: Remark): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareText(a.message, b.message) ||
    compareSeverities(a.severity, b.severity) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}

function textAt(place: Place, index: DiffIndex): string {
  if (place.kind !== "lines") return "";
  return index.text(place.path, place.side, place.startLine, place.endLine);
}
