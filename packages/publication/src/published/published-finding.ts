import { cutText } from "@swarm-actions/core";
import { type PanelFinding, severities } from "@swarm-actions/review";
import { z } from "zod";
import { fingerprintsOf } from "../markers/finding-marker.ts";

const print = z.string().regex(/^[0-9a-f]{16}$/);
const line = z.int().min(1);
const path = z.string().min(1).max(4096);
const names = z.array(z.string().max(100)).max(100);

/** What the summary remembers of a finding, so that a command can be about it. */
export const publishedFinding = z.strictObject({
  /** Its own first, then those of everything that was merged into it. */
  fingerprints: z.array(print).min(1).max(100),
  severity: z.enum(severities),
  rule: z.string().max(200),
  place: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("lines"),
      path,
      side: z.enum(["old", "new"]),
      startLine: line,
      endLine: line,
    }),
    z.strictObject({ kind: z.literal("file"), path }),
    z.strictObject({ kind: z.literal("change") }),
  ]),
  standing: z.enum(["agreed", "lone", "disputed"]),
  votes: z.strictObject({ yes: names, no: names }),
  /** Cut short; empty where there was no room for it. */
  message: z.string().max(1000),
});

export type PublishedFinding = z.infer<typeof publishedFinding>;

export function publishFinding(
  finding: PanelFinding,
  redact: (text: string) => string,
): PublishedFinding {
  const { severity, rule, place, standing, votes, message } = finding;
  return {
    fingerprints: [...fingerprintsOf(finding).slice(0, 20)],
    severity,
    rule: redact(rule),
    place,
    standing,
    votes: { yes: [...votes.yes.slice(0, 20)], no: [...votes.no.slice(0, 20)] },
    message: cutText(redact(message), 300),
  };
}
