import type { DiffIndex } from "../finding/diff-index.ts";
import type { Finding } from "../finding/model.ts";
import type { PanelMember } from "../panel.ts";

/** What merging needs to know of an agent. */
export type Voter = Pick<
  PanelMember,
  "name" | "provider" | "weight" | "categories" | "coveredPaths" | "skipped" | "silence"
> & { readonly report: Pick<PanelMember["report"], "status"> };

/**
 * Whether a voter that did not say this could have said it: it worked, sees the file, read the
 * hunk, and judges the category. Whoever sees any file has a say on the change as a whole.
 */
export function isInScope(voter: Voter, { place, category }: Finding, index: DiffIndex): boolean {
  if (voter.report.status !== "ok" || voter.silence === "missing") return false;
  if (!voter.categories.includes(category)) return false;
  if (place.kind === "change") return voter.coveredPaths.length > 0;
  if (!voter.coveredPaths.includes(place.path)) return false;
  if (place.kind === "file") return true;
  const hunk = index.hunkOf(place.path, place.side, place.startLine, place.endLine);
  return !voter.skipped.some((skip) => skip.path === place.path && skip.hunk === hunk);
}
