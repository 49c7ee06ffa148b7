import type { WantedPlace } from "../../operations/find-place.ts";
import type { DiffSide } from "../../state/model.ts";

interface LineText {
  readonly path: string;
  readonly line: number;
  readonly side?: DiffSide | undefined;
  readonly start_line?: number | undefined;
  readonly start_side?: DiffSide | undefined;
}

/** A place as bodies name it. */
export function linePlace(comment: LineText): WantedPlace {
  return {
    subjectType: "LINE",
    path: comment.path,
    side: comment.side ?? "RIGHT",
    line: comment.line,
    startSide: comment.start_side ?? null,
    startLine: comment.start_line ?? null,
  };
}
