import type { Change } from "./change.ts";
import type { RefusedState, ReviewState } from "./incremental/model.ts";
import type { Panel } from "./panel.ts";
import type { ReviewResult } from "./result.ts";
import type { ReviewSettings } from "./settings.ts";

export interface ReviewRequest {
  readonly change: Change;
  readonly panel: Panel;
  readonly settings: ReviewSettings;
  /** Digest of whatever else decides the answer: agents, their models and settings. */
  readonly panelDigest: string;
  /** The last review of this change, as `decodeState` gives it; null for a first one. */
  readonly previous: ReviewState | RefusedState | null;
}

/** Reviews a change: scope, ask, check, merge, account, plan. */
export async function reviewChange(_request: ReviewRequest): Promise<ReviewResult> {
  throw new Error("not written yet");
}
