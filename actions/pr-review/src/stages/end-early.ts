import type { Kit } from "@swarm-actions/action-kit";
import { severities } from "@swarm-actions/review";
import { type Ended, tellEnding } from "./tell-ending.ts";

/** A run that had nothing to do is green, and says why. */
export function endEarly(kit: Kit, outcome: "skipped" | "superseded", reason: string): Ended {
  kit.info(`${outcome}: ${reason}`);
  kit.summary.add(`## Review ${outcome}\n\n${reason}`);
  for (const name of ["findings", ...severities, "posted"]) kit.output(name, 0);
  const nothing = { conclusion: null, published: "nothing", verdict: "passed" } as const;
  return tellEnding(kit, { outcome, reason, ...nothing });
}
