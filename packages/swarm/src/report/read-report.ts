import { CodedError } from "@swarm-actions/core";
import { z } from "zod";
import type { Aggregation } from "../consensus/verdict.ts";
import type { SwarmFigures, SwarmReport, SwarmUsage } from "./swarm-report.ts";

/** What can be told again of a swarm that ended: of its report what does not take its results to tell. */
export interface KeptReport
  extends Pick<SwarmReport, "key" | "outcome" | "reason" | "rounds" | "coverage"> {
  readonly figures: Pick<SwarmFigures, "rho" | "costUsd">;
  readonly usage: Pick<SwarmUsage, "costUsd"> | null;
  readonly verdict: ShortAggregation | null;
}

interface ShortAggregation extends Pick<Aggregation, "applied"> {
  readonly verdicts: readonly Pick<Aggregation["verdicts"][number], "label">[];
}

const count = z.number().int().nonnegative().max(1e9);
const amount = z.number().nonnegative().nullable();
const text = z.string().max(65_536);
const most = 1_000_000;

const schema = z.object({
  version: z.literal(1),
  key: text,
  outcome: z.enum(["complete", "partial", "failed"]),
  reason: text.nullable(),
  rounds: count,
  coverage: z.object({
    tasks: count,
    done: count,
    failed: z.array(text).max(most),
    missing: z.array(z.object({ key: text, why: text })).max(most),
  }),
  figures: z.object({ rho: amount, costUsd: amount }),
  usage: z.object({ costUsd: amount }).nullable(),
  verdict: z
    .object({
      applied: text,
      verdicts: z.array(z.object({ label: text.nullable() })).max(most),
    })
    .nullable(),
});

/**
 * Reads a report that hung among the artifacts of a run, where any job of it may have put it.
 * @throws CodedError `report/invalid` when it is none
 */
export function readReport(content: string): KeptReport {
  const parsed = schema.safeParse(parseJson(content));
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    // What is no JSON is refused by the schema.
    return undefined;
  }
}

function invalid({ issues: [issue] }: z.ZodError): CodedError {
  const place = issue?.path.map(String).join(".").slice(0, 100) ?? "";
  const what = `the report that an earlier attempt left is none: ${place} ${issue?.message.slice(0, 200)}`;
  return new CodedError("report/invalid", what, {
    fault: "platform",
    fix: "Run all jobs again; if it comes back, look who else writes artifacts in this run.",
  });
}
