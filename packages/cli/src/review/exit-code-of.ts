import { failsThreshold, type ReviewResult, type Severity } from "@swarm-actions/review";
import { type ExitCode, exitCodes } from "../exit-codes.ts";

/** A finding that fails the review outweighs that some of it is missing. */
export function exitCodeOf(result: ReviewResult, failOn: Severity | "never"): ExitCode {
  if (failOn !== "never" && failsThreshold(result, failOn)) return exitCodes.findings;
  const incomplete = result.outcome === "partial" || result.outcome === "not-run";
  return incomplete ? exitCodes.incomplete : exitCodes.fine;
}
