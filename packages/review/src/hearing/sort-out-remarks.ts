import type { Correction } from "../agent.ts";
import type { DiffIndex } from "../finding/diff-index.ts";
import type { Remark } from "../finding/model.ts";
import { settlePlace } from "../finding/settle-place.ts";
import { CorrectionTally } from "../finding/tally.ts";
import type { ReviewTask } from "../task.ts";

/** One agent's remarks, those on hunks it was not asked about set apart. */
export interface SortedRemarks {
  readonly asked: readonly Remark[];
  readonly corrections: readonly Correction[];
  readonly unsettledPaths: readonly string[];
}

/** Remarks are hostile whatever their type says; what is malformed stays, to be dropped by the reader. */
export function sortOutRemarks(
  remarks: readonly Remark[],
  { task, index }: { readonly task: ReviewTask; readonly index: DiffIndex },
): SortedRemarks {
  const open = new Map(task.files.map(({ diff, hunks }) => [diff.path, new Set(hunks)]));
  const tally = new CorrectionTally();
  const unsettledPaths: string[] = [];
  const asked = remarks.filter((remark) => {
    const settled = settlePlace((remark as Remark | null | undefined)?.place, index);
    if (settled.kind === "dropped" || settled.place.kind === "change") return true;
    const { place } = settled;
    if (settled.kind === "demoted") unsettledPaths.push(place.path);
    if (place.kind !== "lines") return true;
    const hunk = index.hunkOf(place.path, place.side, place.startLine, place.endLine);
    if (hunk !== null && open.get(place.path)?.has(hunk)) return true;
    tally.add("dropped", "the lines were not to be reviewed again");
    return false;
  });
  return { asked, corrections: tally.list(), unsettledPaths };
}
