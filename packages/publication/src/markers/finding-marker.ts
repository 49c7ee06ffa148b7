import { compareText } from "@swarm-actions/core";
import type { HiddenPart } from "@swarm-actions/gate";
import type { PanelFinding } from "@swarm-actions/review";
import { readHiddenLines, writeHiddenLine } from "./hidden-line.ts";

/** What a comment of ours says of itself. */
export interface FindingMarker {
  readonly key: string;
  /** What of the change it is about, as `HunkScopes` names it. */
  readonly scope: string;
  /** Fingerprints of everything it stands for. */
  readonly fingerprints: readonly string[];
}

/** More than this many agents never say one thing; a line of the marker has to stay short. */
const mostFingerprints = 11;
const fingerprint = /^[0-9a-f]{16}$/;

export function markFinding(key: string, scope: string, finding: PanelFinding): HiddenPart {
  const prints = fingerprintsOf(finding).slice(0, mostFingerprints).join(".");
  return { text: writeHiddenLine("finding", [key, scope, prints]), packed: "", required: true };
}

/** Null for a text that is no comment of ours on a finding. */
export function readFindingMarker(body: string): FindingMarker | null {
  const line = readHiddenLines(body).find(({ name }) => name === "finding");
  const [key, scope, prints = "", ...rest] = line?.parameters ?? [];
  if (key === undefined || scope === undefined || rest.length > 0) return null;
  const fingerprints = prints.split(".").filter((print) => fingerprint.test(print));
  return fingerprints.length === 0 ? null : { key, scope, fingerprints };
}

/** The finding's own first, then those of everything that was merged into it. */
export function fingerprintsOf({ fingerprint: own, members }: PanelFinding): readonly string[] {
  const others = members.map((member) => member.fingerprint).sort(compareText);
  return [...new Set([own, ...others])];
}
