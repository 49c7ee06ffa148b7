import { z } from "zod";
import type { SkippedHunk } from "./agent.ts";
import { categories, type Remark } from "./finding/model.ts";
import type { PanelMember } from "./panel.ts";

const most = { remarks: 5000, skipped: 50_000, paths: 10_000, corrections: 1000 };

/** What the vote of an agent weighs at most. */
export const heaviest = 1000;

const count = z.int().min(0).max(1_000_000_000);
const path = z.string().max(4096);
const words = z.string().max(8000);

/** Who an agent is, as anybody may say it: the keys of a schema. */
export const memberIdentity = {
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  provider: z.string().min(1).max(200),
  weight: z.number().positive().max(heaviest),
  categories: z.array(z.enum(categories)).max(categories.length),
  silence: z.enum(["no", "missing"]).optional(),
};

const usage = z.strictObject({
  requests: count,
  inputTokens: count,
  outputTokens: count,
  costUsd: z.number().min(0).max(1e9).nullable(),
});

const report = z.strictObject({
  name: memberIdentity.name,
  provider: memberIdentity.provider,
  status: z.enum(["ok", "failed", "timed-out", "unhealthy", "nothing-in-scope"]),
  error: z.strictObject({ code: words, message: words, fix: words }).nullable(),
  durationMs: z.number().min(0).max(1e9),
  findings: count,
  corrections: z
    .array(z.strictObject({ kind: z.enum(["demoted", "dropped"]), reason: words, count }))
    .max(most.corrections),
  usage: usage.nullable(),
});

/** Agents say what they like: a review takes remarks of any shape, and throws out what is none. */
const remark = z.custom<Remark>((value) => typeof value === "object" && value !== null);

const skip = z.strictObject({ path, hunk: count, reason: words });

/** One agent's part in a review as it was asked, from whoever may have written it. */
export const answeredMember = memberWith(skip);

/** The same as it was put together, or is handed over: it may say that others were asked about a hunk. */
export const mergedMember = memberWith(skip.extend({ isUnasked: z.literal(true).exactOptional() }));

function memberWith(skipped: z.ZodType<SkippedHunk>) {
  return z
    .strictObject({
      ...memberIdentity,
      coveredPaths: z.array(path).max(most.paths),
      remarks: z.array(remark).max(most.remarks),
      skipped: z.array(skipped).max(most.skipped),
      report,
    })
    .transform(({ silence, ...rest }): PanelMember => ({ ...rest, ...(silence && { silence }) }));
}
