import { type AuditPosition, auditStart } from "./entry.ts";
import { type AuditLink, parseAuditLine } from "./parse-line.ts";

/** The first thing wrong with a log. */
export interface AuditFault {
  readonly status: "broken";
  /** 1-based; one past the last line where lines are missing at the end. */
  readonly line: number;
  readonly reason: "changed" | "removed" | "reordered" | "cut-off" | "empty";
  readonly message: string;
}

export type AuditVerdict =
  | { readonly status: "sound"; readonly entries: number; readonly position: AuditPosition }
  | AuditFault;

/**
 * Whether a log is as it was written. Whoever can write the file can also write a new chain, or cut it
 * back to the end of an earlier run: keep the last hash elsewhere to notice that too.
 * @param lines without their line ends
 */
export function verifyAudit(lines: readonly string[]): AuditVerdict {
  if (lines.length === 0) return fault(1, "empty", "the log is empty");
  const links = lines.map(parseAuditLine);
  let position = auditStart;
  for (const [index, link] of links.entries()) {
    const broken = faultOf(link, index, position, links);
    if (broken !== null) return broken;
    if (link !== null) position = { seq: link.seq + 1, previous: link.hash };
  }
  if (links.at(-1)?.status !== "end") {
    const message = "the log has no end: it was cut off, or its run was broken off";
    return fault(lines.length + 1, "cut-off", message);
  }
  return { status: "sound", entries: lines.length, position };
}

type Links = readonly (AuditLink | null)[];

function faultOf(
  link: AuditLink | null,
  index: number,
  { seq, previous }: AuditPosition,
  links: Links,
): AuditFault | null {
  const line = index + 1;
  if (link === null) {
    return index === links.length - 1
      ? fault(line, "cut-off", "the last line is not whole")
      : fault(line, "changed", "this line is no entry of an audit log");
  }
  if (!link.isIntact) return fault(line, "changed", "this line was changed after it was written");
  if (link.seq !== seq) return misplaced(line, link, seq, links);
  if (link.previous !== previous) {
    return fault(
      line,
      "changed",
      "this line does not follow the one before: that one was replaced",
    );
  }
  if (link.status === "end" && link.count !== link.seq) {
    return fault(line, "changed", "this end does not count the lines before it");
  }
  return null;
}

function misplaced(line: number, link: AuditLink, expected: number, links: Links): AuditFault {
  const isElsewhere = links.some((other) => other?.seq === expected);
  if (link.seq < expected || isElsewhere) {
    return fault(line, "reordered", `entry ${link.seq} stands where entry ${expected} belongs`);
  }
  const missing =
    link.seq - 1 === expected
      ? `entry ${expected} is`
      : `entries ${expected} to ${link.seq - 1} are`;
  return fault(line, "removed", `${missing} missing before this line`);
}

function fault(line: number, reason: AuditFault["reason"], message: string): AuditFault {
  return { status: "broken", line, reason, message };
}
