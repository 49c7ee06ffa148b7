import { type ReviewSettings, severities } from "@swarm-actions/review";
import type { ConsensusRule } from "@swarm-actions/swarm";
import { z } from "zod";
import { defaultConfig } from "./config.ts";

const globs = z.array(z.string().min(1).max(1000));

const consensus = z
  .union(
    [
      z.enum(["majority", "unanimous", "dawid-skene"]),
      z.strictObject({ quorum: z.number().int().min(1).max(100) }),
      z.strictObject({ weighted: z.number().positive().max(1) }),
      z.strictObject({ byzantine: z.number().int().min(1).max(100) }),
    ],
    {
      error:
        "must be majority, unanimous, dawid-skene, { quorum: N }, { weighted: SHARE } or { byzantine: N }",
    },
  )
  .default("majority")
  .describe(
    "How votes decide: majority, unanimous, dawid-skene, { quorum: providers }, { weighted: share } or { byzantine: providers that may be wrong }.",
  );

const ruleSetting = z
  .union(
    [
      z.enum(["off", ...severities]),
      z.strictObject({
        severity: z.enum(["off", ...severities]).optional(),
        paths: globs.optional().describe("The rule speaks only on these paths."),
        ignore: globs.optional().describe("The rule is silent on these paths."),
      }),
    ],
    { error: "must be off, a severity, or { severity, paths, ignore }" },
  )
  .describe("off, another severity, or narrowed by path.");

/** The `review:` section of swarm.yml, every key optional. */
export const reviewSection = z
  .strictObject({
    base: z.string().min(1).optional().describe("What changes are compared with by default."),
    ignore: globs.default([]).describe("Paths that are not reviewed at all."),
    drafts: z
      .boolean()
      .default(defaultConfig.drafts)
      .describe("Whether a pull request that is still a draft is reviewed."),
    consensus,
    "max-inline-comments": z
      .number()
      .int()
      .min(0)
      .max(100)
      .default(defaultConfig.review.maxInlineComments)
      .describe("More findings than this go into the summary."),
    "fail-on": z
      .enum([...severities, "never"])
      .default(defaultConfig.failOn)
      .describe("The mildest finding that fails the review; never: none does."),
    concurrency: z
      .number()
      .int()
      .min(1)
      .max(64)
      .default(defaultConfig.concurrency)
      .describe("Agents at work at once."),
    timeout: z
      .number()
      .positive()
      .max(3600)
      .default(defaultConfig.timeoutMs / 1000)
      .describe("Seconds an agent may take unless it has a timeout of its own."),
    budget: z
      .strictObject({
        usd: z.number().positive().optional().describe("US dollars a run."),
        tokens: z.number().int().positive().optional().describe("Tokens a run, in and out."),
      })
      .default({})
      .describe("What all models together may use in a run, split over their agents."),
    rules: z
      .record(z.string(), ruleSetting)
      .default({})
      .describe("Settings by rule id, or `agent/*` for all rules of an agent."),
  })
  .prefault({});

export type ReviewSection = z.infer<typeof reviewSection>;

/** The part of the section that the review domain decides by. */
export function reviewSettingsOf(section: ReviewSection): ReviewSettings {
  const rules = Object.entries(section.rules).map(
    ([id, setting]) => [id, typeof setting === "string" ? { severity: setting } : setting] as const,
  );
  return {
    ignore: section.ignore,
    consensus: consensusOf(section.consensus),
    maxInlineComments: section["max-inline-comments"],
    rules: Object.fromEntries(rules),
  };
}

function consensusOf(setting: ReviewSection["consensus"]): ConsensusRule {
  if (typeof setting === "string") return { rule: setting };
  if ("quorum" in setting) return { rule: "quorum", quorum: setting.quorum };
  if ("byzantine" in setting) return { rule: "byzantine", faulty: setting.byzantine };
  return { rule: "weighted", threshold: setting.weighted };
}
