import { parseRequirement } from "./python-requirement.ts";
import {
  type LockEntry,
  type Named,
  noManifest,
  type Reader,
  type Requirement,
} from "./reading.ts";
import { digestsOf } from "./source.ts";

const fileName =
  /^(requirements|constraints)([-._][\w.-]*)?\.(txt|in)$|^[\w.-]+[-._]requirements\.(txt|in)$/;
const indexOption = /^(?:-i|--index-url|--extra-index-url|-f|--find-links)[ =]\s*(\S+)/;

/** `requirements*.txt` and `*.in`: what is wanted and, with hashes, also what is locked. */
export const requirements: Reader = {
  ecosystem: "python",
  role: "manifest",
  lockedBy: [],
  reads: (name) => fileName.test(name),
  read(text) {
    const wanted: Requirement[] = [];
    const indexes: Named[] = [];
    const entries: LockEntry[] = [];
    for (const { text: line, startLine, endLine } of logicalLines(text)) {
      const index = indexOption.exec(line)?.[1];
      if (index !== undefined) indexes.push({ name: index, line: startLine });
      const hashes = [...line.matchAll(/--hash[= ](\w+):(\w+)/g)];
      const parsed = /^-(?!e\s|-editable)/.test(line)
        ? null
        : parseRequirement(line.replaceAll(/\s--hash.*/g, ""));
      if (parsed === null) continue;
      wanted.push({ ...parsed, group: "runtime", line: startLine });
      const version = /^==\s*([\w.+!-]+)$/.exec(parsed.spec)?.[1];
      if (version === undefined || hashes.length === 0) continue;
      const digests = digestsOf(hashes.map((hash) => [hash[1] ?? "", hash[2] ?? ""]));
      const rest = { hosts: [], installScript: false, optional: false };
      entries.push({ name: parsed.name, version, digests, ...rest, startLine, endLine });
    }
    const lockfile = entries.length === 0 ? null : { entries, stated: null, direct: null };
    return { manifest: { ...noManifest, requirements: wanted, indexes }, lockfile };
  },
};

interface LogicalLine {
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** Lines joined where they end in a backslash; comments and empty lines left out. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let parts: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line.startsWith("#") || (line === "" && parts.length === 0)) continue;
    const continued = line.endsWith("\\");
    parts.push(continued ? line.slice(0, -1).trim() : line);
    if (continued) continue;
    yield { text: parts.join(" "), startLine: index + 2 - parts.length, endLine: index + 1 };
    parts = [];
  }
}
