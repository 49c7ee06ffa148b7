import { fenceOf } from "@swarm-actions/core";
import { headlineOf } from "@swarm-actions/report";
import type { PanelFinding, Suggestion } from "@swarm-actions/review";
import type { DraftText } from "../draft.ts";
import { markFinding } from "../markers/finding-marker.ts";
import { markVotes } from "../markers/votes-marker.ts";
import type { ReviewView } from "../view.ts";
import { votesLine } from "../votes-line.ts";
import { codeOf, proseOf, wordsOf } from "../words.ts";

const longestMessage = 4000;

/** What a comment says of a finding, on its lines or on its file. */
export function findingBody(
  finding: PanelFinding,
  scope: string,
  suggestion: Suggestion | null,
  view: ReviewView,
): DraftText {
  const { title, rest } = headlineOf(finding, view.rules);
  const id = view.ids(finding);
  const parts = [
    `**${finding.severity}: ${wordsOf(title, 200)}**`,
    proseOf(rest, longestMessage),
    suggestion === null ? "" : suggestionFence(suggestion),
    `<sub>${codeOf(finding.rule, 100)} · ${votesLine(finding)} · not a fault? \`/swarm ignore ${id} why\`</sub>`,
  ];
  return {
    text: parts.filter((part) => part !== "").join("\n\n"),
    hidden: [markFinding(view.settings.key, scope, finding), ...markVotes(finding)],
  };
}

/** Byte for byte what GitHub will commit; no lines at all delete those it stands for. */
function suggestionFence({ replacement }: Suggestion): string {
  return fenceOf(replacement === "" ? [] : replacement.split("\n"), "suggestion");
}

/**
 * What may be offered to be committed: nothing where a secret stands, and nothing of which a part must not
 * be shown.
 */
export function offeredSuggestion(finding: PanelFinding, view: ReviewView): Suggestion | null {
  const { place, suggestion } = finding;
  if (suggestion === undefined || place.kind !== "lines" || place.side !== "new") return null;
  const { startLine, endLine, replacement } = suggestion;
  if (view.concealment.hides(place.path, "new", startLine, endLine)) return null;
  return view.redact(replacement) === replacement ? suggestion : null;
}
