import { categories, type PanelMember, type Remark } from "@swarm-actions/review";
import { z } from "zod";

/** UTF-16 units of the whole hand-over. */
export const longestHandOver = 8_000_000;

const most = { members: 100, remarks: 5000, skipped: 50_000, paths: 10_000, corrections: 1000 };

const count = z.int().min(0).max(1_000_000_000);
const path = z.string().max(4096);
const words = z.string().max(8000);
const agentName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
const provider = z.string().min(1).max(200);

const report = z.strictObject({
  name: agentName,
  provider,
  status: z.enum(["ok", "failed", "timed-out", "unhealthy", "nothing-in-scope"]),
  error: z.strictObject({ code: words, message: words, fix: words }).nullable(),
  durationMs: z.number().min(0).max(1e9),
  findings: count,
  corrections: z
    .array(z.strictObject({ kind: z.enum(["demoted", "dropped"]), reason: words, count }))
    .max(most.corrections),
  usage: z
    .strictObject({
      requests: count,
      inputTokens: count,
      outputTokens: count,
      costUsd: z.number().min(0).max(1e9).nullable(),
    })
    .nullable(),
});

/** Agents say what they like: a review takes remarks of any shape, and throws out what is none. */
const remark = z.custom<Remark>((value) => typeof value === "object" && value !== null);

const member = z
  .strictObject({
    name: agentName,
    provider,
    weight: z.number().positive().max(1000),
    categories: z.array(z.enum(categories)).max(categories.length),
    silence: z.enum(["no", "missing"]).optional(),
    coveredPaths: z.array(path).max(most.paths),
    remarks: z.array(remark).max(most.remarks),
    skipped: z
      .array(
        z.strictObject({
          path,
          hunk: count,
          reason: words,
          isUnasked: z.literal(true).exactOptional(),
        }),
      )
      .max(most.skipped),
    report,
  })
  .transform(({ silence, ...rest }): PanelMember => ({ ...rest, ...(silence && { silence }) }));

export const handOverSchema = z.strictObject({
  version: z.literal(1),
  number: count.positive(),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  members: z
    .array(member)
    .max(most.members)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
      message: "an agent answers twice",
    }),
});
