import type { PanelFinding, ReviewResult } from "@swarm-actions/review";
import type { IgnoredFinding } from "../input.ts";
import { fingerprintsOf } from "../markers/finding-marker.ts";
import { fitIgnored } from "./seal-ignored.ts";

/** A finding that nobody wants to hear of, and whose word that is. */
export interface SilencedFinding {
  readonly finding: PanelFinding;
  readonly ignored: IgnoredFinding;
}

/** A review without what is ignored. */
export interface SilencedReview {
  /** Without it; the outcome follows. */
  readonly result: ReviewResult;
  readonly silenced: readonly SilencedFinding[];
  /** What of the list of ignored findings can be kept. */
  readonly ignored: readonly IgnoredFinding[];
  /** How many could not, and count again. */
  readonly droppedIgnored: number;
}

/** Takes what is ignored out of a result, as far as the summary has room to remember it. */
export function silence(result: ReviewResult, ignored: readonly IgnoredFinding[]): SilencedReview {
  const { kept, dropped } = fitIgnored(ignored);
  const byId = new Map(kept.map((one) => [one.id, one]));
  const silenced = result.findings.flatMap((finding): SilencedFinding[] => {
    const print = fingerprintsOf(finding).find((id) => byId.has(id));
    const one = print === undefined ? undefined : byId.get(print);
    return one === undefined ? [] : [{ finding, ignored: one }];
  });
  const left = without(result, new Set(silenced.map(({ finding }) => finding)));
  return { result: left, silenced, ignored: kept, droppedIgnored: dropped.length };
}

function without(result: ReviewResult, left: ReadonlySet<PanelFinding>): ReviewResult {
  const findings = result.findings.filter((finding) => !left.has(finding));
  const { inline, fileLevel, summary, ...plan } = result.commentPlan;
  const stays = ({ finding }: { readonly finding: PanelFinding }): boolean => !left.has(finding);
  return {
    ...result,
    outcome: result.outcome === "findings" && findings.length === 0 ? "clean" : result.outcome,
    findings,
    commentPlan: {
      ...plan,
      inline: inline.filter((finding) => !left.has(finding)),
      fileLevel: fileLevel.filter(stays),
      summary: summary.filter(stays),
    },
  };
}
