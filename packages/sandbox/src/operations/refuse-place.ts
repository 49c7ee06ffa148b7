import { invalid, type Refusal, type RefusalDetail } from "../kernel/refusal.ts";
import { unprocessable } from "./check-text.ts";
import type { PlaceFault } from "./find-place.ts";

/** As creating a review answers. */
export function refuseInReview(fault: PlaceFault): Refusal {
  return unprocessable(inReview[fault]);
}

/** As creating a single comment answers. */
export function refuseComment(fault: PlaceFault): Refusal {
  return invalid(...inComment[fault]);
}

const inReview: Readonly<Record<PlaceFault, string>> = {
  path: "Path could not be resolved",
  line: "Line could not be resolved",
  hunk: "Start line must be part of the same hunk as the line",
  order: "Start line must precede the end line",
};

const missingHunk = detail("missing_field", "diff_hunk");

const inComment: Readonly<Record<PlaceFault, readonly RefusalDetail[]>> = {
  path: [detail("invalid", "path"), missingHunk],
  line: [detail("custom", "line", "must be part of the diff"), missingHunk],
  hunk: [detail("custom", "start_line", "must be part of the same hunk as the line.")],
  order: [detail("custom", "start_line", "must precede the end line.")],
};

function detail(code: string, field: string, message?: string): RefusalDetail {
  const name = `pull_request_review_thread.${field}`;
  const words = message === undefined ? {} : { message: `${name} ${message}` };
  return { resource: "PullRequestReviewComment", code, field: name, ...words };
}
