import type { DiffIndex } from "../finding/diff-index.ts";
import type { Finding } from "../finding/model.ts";
import type { PanelMember } from "../panel.ts";

/** What merging needs to know of an agent. */
export type Voter = Pick<
  PanelMember,
  "name" | "provider" | "weight" | "categories" | "coveredPaths" | "skipped" | "silence"
> & { readonly report: Pick<PanelMember["report"], "status"> };

/** A voter, and whether it could have said a thing that it did not say. */
export interface Judge {
  readonly voter: Voter;
  isInScope(finding: Finding): boolean;
}

/**
 * A voter is in scope when it worked, sees the file, read the hunk, judges the category, and does
 * not know rules of its own alone. Whoever sees any file has a say on the change as a whole.
 */
export function judgeOf(voter: Voter, index: DiffIndex): Judge {
  const paths = new Set(voter.coveredPaths);
  const skipped = new Set(voter.skipped.map(({ path, hunk }) => `${hunk} ${path}`));
  const counts = voter.report.status === "ok" && voter.silence !== "missing";
  const reads = ({ place }: Finding): boolean => {
    if (place.kind === "change") return paths.size > 0;
    if (place.kind === "file") return paths.has(place.path);
    const { path, side, startLine, endLine } = place;
    const hunk = index.hunkOf(path, side, startLine, endLine);
    return paths.has(path) && !skipped.has(`${hunk} ${path}`);
  };
  return {
    voter,
    isInScope: (finding) => counts && voter.categories.includes(finding.category) && reads(finding),
  };
}
