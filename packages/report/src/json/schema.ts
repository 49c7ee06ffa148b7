import { categories, severities } from "@swarm-actions/review";
import { z } from "zod";
import { finding, fingerprint, names } from "./finding-schema.ts";

const count = z.int().min(0);

const usage = z
  .object({
    requests: count,
    inputTokens: count,
    outputTokens: count,
    costUsd: z.number().nullable().describe("US dollars; null when the price is not known."),
  })
  .nullable()
  .describe("Null when nothing billed.");

const coverageEntry = z.object({
  path: z.string(),
  hunk: count.nullable().describe("Index of the hunk in its file; null for a file without hunks."),
  newStart: count,
  newCount: count,
  oldStart: count,
  oldCount: count,
  status: z
    .enum(["reviewed", "carried", "excluded", "missed"])
    .describe("`excluded`: left out on purpose; `missed`: it should have been reviewed."),
  agents: names.describe("Who reviewed it; empty unless the status is `reviewed`."),
  reason: z
    .string()
    .nullable()
    .describe("Why it was not reviewed; null unless it is `excluded` or `missed`."),
});

const agent = z.object({
  name: z.string(),
  provider: z.string(),
  status: z.enum(["ok", "failed", "timed-out", "unhealthy", "nothing-in-scope"]),
  error: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  durationMs: z.number().min(0),
  findings: count,
  corrections: z.array(
    z.object({ kind: z.enum(["demoted", "dropped"]), reason: z.string(), count }),
  ),
  usage,
  trust: z
    .number()
    .optional()
    .describe(
      "By how much its vote weighed more (above 1) or less, by what became of its earlier findings; absent where nothing was known, or the rule only counts.",
    ),
});

const planned = z.array(z.object({ fingerprint, reason: z.string() }));

/** What `renderJson` writes. */
const jsonReport = z
  .object({
    version: z.literal(1).describe("Grows only when a key is removed or changes its meaning."),
    tool: z.object({ name: z.literal("swarm-actions"), version: z.string() }),
    startedAt: z.string().nullable(),
    durationMs: z.number().min(0).nullable(),
    change: z.object({
      title: z.string(),
      baseSha: z.string().nullable(),
      headSha: z.string().nullable(),
      files: count,
    }),
    outcome: z.enum(["clean", "findings", "partial", "not-run"]),
    reasons: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .describe("Why the outcome is what it is."),
    findings: z.array(finding).describe("Worst first, then by path and line."),
    coverage: z.object({
      reviewed: count,
      carried: count,
      excluded: count,
      missed: count,
      entries: z.array(coverageEntry),
    }),
    agents: z.array(agent),
    usage,
    commentPlan: z.object({
      counts: z.object({ posted: count, demoted: count, dropped: count }),
      inline: z.array(fingerprint),
      fileLevel: planned,
      summary: planned,
      dropped: planned,
    }),
    incremental: z.object({
      mode: z.enum(["first", "incremental", "full"]),
      carriedHunks: count,
      reason: z
        .string()
        .nullable()
        .describe("Why nothing was carried over; null unless the mode is `full`."),
    }),
    rules: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          severity: z.enum(severities),
          category: z.enum(categories),
          why: z.string(),
          fix: z.string(),
        }),
      )
      .describe("Documents of the rules that the findings name, where there are any."),
    state: z.string().describe("Sealed; what `--previous` reads from this report."),
  })
  .describe("A review by swarm-actions. Keys may be added at any time: ignore those not known.");

export type JsonReport = z.infer<typeof jsonReport>;

/** The JSON Schema (draft 2020-12) of what `renderJson` writes; open to keys added later. */
export function jsonReportSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(jsonReport, { io: "input" }), title: "swarm-actions review" };
}
