import type { PanelFinding } from "@swarm-actions/review";
import type { SaidBefore } from "../threads/said-before.ts";
import type { ReviewView } from "../view.ts";

/** Where a finding is told, as people are told in the summary. */
type Told =
  /** On its lines or its file, now or by an earlier review. */
  { readonly where: "inline" } | { readonly where: "summary"; readonly why: string };

export interface ChosenComments {
  readonly lines: readonly { readonly finding: PanelFinding; readonly scope: string }[];
  readonly files: readonly { readonly finding: PanelFinding; readonly scope: string }[];
  readonly told: ReadonlyMap<PanelFinding, Told>;
}

const overLimit = "there were enough comments";

const onLines: Told = { where: "inline" };

const reasons = {
  "line-outside-diff": "its lines are not in the diff",
  "whole-file": "it is about the whole file",
  "whole-change": "it is about the whole change",
  "over-inline-limit": overLimit,
  disputed: "disputed",
} as const;

/**
 * Chooses what is said anew, worst first, and tells of every finding where it is said. What stands already
 * takes room too, so that a second run of the same review does not go on where the first had to stop.
 */
export function chooseComments(view: ReviewView, said: SaidBefore): ChosenComments {
  const { inline, fileLevel } = view.result.commentPlan;
  const told = new Map(toldInSummary(view, said));
  let room = view.settings.maxComments;
  const choose = (finding: PanelFinding): { finding: PanelFinding; scope: string }[] => {
    const scope = view.scopes.scopeOf(finding.place);
    const stands = said.stands(finding);
    if (scope === null && !stands) told.set(finding, inSummary("its file is not in the diff"));
    else if (room <= 0) told.set(finding, said.once(finding) ? onLines : inSummary(overLimit));
    else {
      room--;
      told.set(finding, onLines);
      return scope === null || stands ? [] : [{ finding, scope }];
    }
    return [];
  };
  const lines = inline.flatMap(choose);
  const files = fileLevel.flatMap(({ finding }) => choose(finding));
  return { lines, files, told };
}

/** A finding that was carried over has its thread, unless there were too many to have one each. */
function* toldInSummary(
  { result: { commentPlan } }: ReviewView,
  said: SaidBefore,
): Generator<[PanelFinding, Told]> {
  for (const { finding } of commentPlan.dropped) {
    yield [finding, inSummary("another finding says the same")];
  }
  for (const { finding, reason } of commentPlan.summary) {
    if (said.once(finding)) yield [finding, onLines];
    else yield [finding, inSummary(reason === "carried" ? overLimit : reasons[reason])];
  }
}

function inSummary(why: string): Told {
  return { where: "summary", why };
}
