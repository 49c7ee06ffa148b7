import type { Split } from "@swarm-actions/agents";
import { categories, type PanelMember, type Remark } from "@swarm-actions/review";
import { z } from "zod";

const most = { members: 200, remarks: 5000, skipped: 100_000, paths: 20_000, corrections: 1000 };

const count = z.int().min(0).max(1_000_000_000);
const path = z.string().max(4096);
const words = z.string().max(8000);

const identity = {
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  provider: z.string().min(1).max(200),
  weight: z.number().positive().max(1_000_000),
  categories: z.array(z.enum(categories)).max(categories.length),
  silence: z.enum(["no", "missing"]).optional(),
};

const report = z.strictObject({
  name: identity.name,
  provider: identity.provider,
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
      inputTokens: z.int().min(0).max(1e12),
      outputTokens: z.int().min(0).max(1e12),
      costUsd: z.number().min(0).max(1e9).nullable(),
    })
    .nullable(),
});

/** Agents say what they like: a review takes remarks of any shape, and throws out what is none. */
const remark = z.custom<Remark>((value) => typeof value === "object" && value !== null);

const member = z
  .strictObject({
    ...identity,
    coveredPaths: z.array(path).max(most.paths),
    remarks: z.array(remark).max(most.remarks),
    skipped: z.array(z.strictObject({ path, hunk: count, reason: words })).max(most.skipped),
    report,
  })
  .transform(({ silence, ...rest }): PanelMember => ({ ...rest, ...(silence && { silence }) }));

const seat = z
  .strictObject({ ...identity, split: z.enum(["change", "file", "hunk"]) })
  .transform(({ silence, ...rest }): PanelSeat => ({ ...rest, ...(silence && { silence }) }));

/** Who an agent of the panel is, without what it said. */
export interface PanelSeat
  extends Pick<PanelMember, "name" | "provider" | "weight" | "categories" | "silence"> {
  readonly split: Split;
}

/** What a panel answers to a task. */
export const panelOutput = z.strictObject({
  version: z.literal(1),
  seats: z.array(seat).max(most.members),
  members: z.array(member).max(most.members),
});

export interface PanelOutput {
  readonly version: 1;
  /** Everybody who sits in the panel, whether or not this task asks for them; no stand-ins. */
  readonly seats: readonly PanelSeat[];
  readonly members: readonly PanelMember[];
}
