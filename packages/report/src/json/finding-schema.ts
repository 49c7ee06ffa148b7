import { categories, severities } from "@swarm-actions/review";
import { z } from "zod";

const line = z.int().min(1);

export const fingerprint = z.string().describe("The same for the same remark after lines moved.");

const suggestion = z
  .object({
    startLine: line,
    endLine: line,
    replacement: z.string().describe("The new lines joined by a line feed; empty deletes them."),
  })
  .nullable()
  .describe("Replaces whole lines of the file after the change; null when there is none.");

const remark = z.object({
  path: z.string().nullable().describe("Null when the finding is about the whole change."),
  side: z.enum(["old", "new"]).nullable().describe("Null unless the finding is about lines."),
  startLine: line.nullable().describe("1-based; null unless the finding is about lines."),
  endLine: line.nullable().describe("1-based and inclusive; null unless about lines."),
  severity: z.enum(severities),
  category: z.enum(categories),
  rule: z.string().describe("`agent/rule`."),
  message: z.string(),
  fingerprint,
  confidence: z.number().min(0).max(1),
  agent: z.string(),
  provider: z.string().describe("Whose judgement it is; a quorum counts providers."),
  suggestion,
});

export const names = z.array(z.string());

export const finding = remark.extend({
  agents: names.describe("Everyone who said it."),
  votes: z.object({
    yes: names.describe("Agents that said it."),
    no: names.describe("Agents in scope that were silent."),
    missing: names.describe("Agents out of scope, or that failed."),
  }),
  standing: z
    .enum(["agreed", "lone", "disputed"])
    .describe("`disputed` ones count for no threshold; `lone` ones are kept because grave."),
  members: z.array(remark).describe("Every remark that was merged into this finding."),
});

export type JsonRemark = z.infer<typeof remark>;
export type JsonFinding = z.infer<typeof finding>;
