import { CodedError, canonicalJson, cutText } from "@swarm-actions/core";
import type { PanelMember } from "@swarm-actions/review";
import type { PullRequestFacts } from "../conversation.ts";
import type { HandOver } from "./hand-over.ts";
import { handOverSchema, longestHandOver } from "./schema.ts";

const longestWords = 2000;

/**
 * The hand-over as JSON; `readHandOver` reads it.
 * @param members what the panel answered, as `recordPanel` kept it.
 * @throws CodedError `publication/hand-over-too-large`
 */
export function writeHandOver(
  { number, headSha }: Pick<PullRequestFacts, "number" | "headSha">,
  members: readonly PanelMember[],
): string {
  const handOver: HandOver = { version: 1, number, headSha, members: members.map(shorten) };
  const text = canonicalJson(handOver);
  if (text.length > longestHandOver) {
    throw tooLarge(`${text.length} characters, of which ${longestHandOver} can be handed over`);
  }
  // What would not be taken is told where it comes from, rather than in the run that publishes.
  const read = handOverSchema.safeParse(handOver);
  if (read.success) return text;
  throw tooLarge(`more than can be handed over, at \`${read.error.issues[0]?.path.join(".")}\``);
}

function tooLarge(answered: string): CodedError {
  return new CodedError("publication/hand-over-too-large", `the agents answered ${answered}`, {
    fix: "Switch off the agent that says most, or narrow it by path in the settings.",
  });
}

function shorten(member: PanelMember): PanelMember {
  const { report, skipped } = member;
  const cut = (text: string): string => cutText(text, longestWords);
  const error = report.error && {
    code: cut(report.error.code),
    message: cut(report.error.message),
    fix: cut(report.error.fix),
  };
  return {
    ...member,
    skipped: skipped.map((skip) => ({ ...skip, reason: cut(skip.reason) })),
    report: { ...report, error },
  };
}
