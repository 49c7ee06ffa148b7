/**
 * The built actions: how soon they ask their first question; of pr-review how many it asks, and what a
 * whole run costs beyond what it asks.
 *
 *   node scripts/bench/action.ts [start|jobs|calls|whole…]
 *
 * All of it runs against a server on this machine, the last two against the local GitHub.
 */
import { allowJsonImports } from "../json-imports.ts";
import { benchJobStart, benchStart } from "./action/start.ts";
import { type BenchResult, describe, isMet } from "./result.ts";

// What the local GitHub needs is loaded once it may be.
const parts = new Map<string, () => Promise<BenchResult[]>>([
  ["start", benchStart],
  ["jobs", benchJobStart],
  ["calls", async () => (await import("./action/calls.ts")).benchCalls()],
  ["whole", async () => (await import("./action/whole.ts")).benchWhole()],
]);

/** @throws Error when the action is not built, or a run of it fails */
export async function benchAction(names: readonly string[] = [...parts.keys()]) {
  allowJsonImports();
  const results: BenchResult[] = [];
  for (const name of names) results.push(...((await parts.get(name)?.()) ?? []));
  return results;
}

if (import.meta.main) {
  const named = process.argv.slice(2);
  const results = await benchAction(named.length === 0 ? undefined : named);
  for (const result of results) console.log(describe(result));
  if (!results.every(isMet)) process.exitCode = 1;
}
