import type { ReviewView } from "./view.ts";

/** Leads to the run that reviewed, below a text; nothing where it has no page. */
export function runLink({ settings: { runUrl } }: Pick<ReviewView, "settings">): string {
  return runUrl === null ? "" : `\n\n[The run that reviewed](${runUrl})`;
}
