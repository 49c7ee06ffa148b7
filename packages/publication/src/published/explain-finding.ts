import { placeName } from "@swarm-actions/report";
import type { RuleDoc } from "@swarm-actions/review";
import type { IgnoredFinding } from "../input.ts";
import { codeOf, proseOf, wordsOf } from "../words.ts";
import type { PublishedFinding } from "./published-finding.ts";

const meanings = {
  agreed: "The panel's rule is met.",
  lone: "The panel's rule is not met; it counts all the same, because it is grave.",
  disputed: "The panel's rule is not met; it is shown, but does not count.",
} as const;

/**
 * Who said a finding and who did not, what it is, and what its rule is for; Markdown for the gate.
 * @param ignored who wants to hear no more of it, if anybody
 */
export function explainFinding(
  finding: PublishedFinding,
  rule: RuleDoc | undefined,
  ignored: IgnoredFinding | null,
): string {
  const { severity, standing, message } = finding;
  const [id = ""] = finding.fingerprints;
  const parts = [
    `**${severity}: ${wordsOf(rule?.title ?? finding.rule, 200)}**`,
    `${codeOf(placeName(finding))} · ${codeOf(finding.rule, 100)} · \`${id}\``,
    proseOf(message),
    `${voters(finding)} ${ignored === null ? meanings[standing] : ignoredBy(ignored)}`,
    rule === undefined
      ? "Its rule has no document: the message is all that its agent said."
      : `**Why it matters.** ${proseOf(rule.why)}\n\n**What to do.** ${proseOf(rule.fix)}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function ignoredBy({ by, reason }: IgnoredFinding): string {
  return `${codeOf(by, 60)} has it ignored, so that it does not count: ${wordsOf(reason)}`;
}

function voters({ votes: { yes, no } }: PublishedFinding): string {
  const said = `Said by ${names(yes)}`;
  return no.length === 0
    ? `${said}; nobody else was in scope.`
    : `${said}; in scope and silent: ${names(no)}.`;
}

function names(agents: readonly string[]): string {
  return agents.map((name) => codeOf(name, 60)).join(", ");
}
