import type { PositionMap } from "../diff/position-map.ts";
import type { Place } from "../finding/model.ts";
import type { PanelFinding } from "../merge/model.ts";
import { dropRepeats } from "./drop-repeats.ts";
import type { CommentPlan, Demotion } from "./model.ts";

/** What decides where comments may stand. */
export interface CommentRules {
  /** Tells, without asking GitHub, which places can take a comment. */
  readonly positions: PositionMap;
  /** Whether the last review already posted what stands here. */
  readonly isCarried: (place: Place) => boolean;
  /** How many may stand on lines, and as many again on files. */
  readonly maxInline: number;
}

type Destination =
  | { readonly to: "lines" }
  | { readonly to: "file" | "summary"; readonly reason: Demotion };

/**
 * Puts every finding into exactly one list: on its lines, on its file, into the summary, or dropped. It
 * never moves to a nearby line. `posted`, `demoted` (all of the summary) and `dropped` add up to all.
 * @param findings worst first; the limits are filled in this order.
 */
export function planComments(findings: readonly PanelFinding[], rules: CommentRules): CommentPlan {
  const { kept, dropped } = dropRepeats(findings);
  const inline: PanelFinding[] = [];
  const fileLevel: CommentPlan["fileLevel"][number][] = [];
  const summary: CommentPlan["summary"][number][] = [];
  for (const finding of kept) {
    const destination = destinationOf(finding, rules);
    if (destination.to === "summary") summary.push({ finding, reason: destination.reason });
    else if (listLength(destination) >= rules.maxInline) {
      summary.push({ finding, reason: "over-inline-limit" });
    } else if (destination.to === "file") fileLevel.push({ finding, reason: destination.reason });
    else inline.push(finding);
  }
  const posted = inline.length + fileLevel.length;
  const counts = { posted, demoted: summary.length, dropped: dropped.length };
  return { inline, fileLevel, summary, dropped, counts };

  function listLength({ to }: Destination): number {
    return to === "file" ? fileLevel.length : inline.length;
  }
}

function destinationOf({ place, standing }: PanelFinding, rules: CommentRules): Destination {
  if (standing === "disputed") return { to: "summary", reason: "disputed" };
  if (place.kind === "change") return { to: "summary", reason: "whole-change" };
  if (place.kind === "file") return { to: "file", reason: "whole-file" };
  if (rules.isCarried(place)) return { to: "summary", reason: "carried" };
  const location = rules.positions.locate(place);
  if (location.ok) return { to: "lines" };
  const to = location.reason === "file-not-in-diff" ? "summary" : "file";
  return { to, reason: "line-outside-diff" };
}
