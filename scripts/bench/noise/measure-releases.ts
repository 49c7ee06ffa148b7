import { join } from "node:path";
import type { BuiltInAgent } from "@swarm-actions/agents";
import { fetchRelease } from "./fetch.ts";
import { type Measured, measure } from "./measure.ts";
import type { Client, ReleasePair } from "./releases.ts";
import { changeBetween } from "./tree-change.ts";

export type Measurement = { readonly pair: ReleasePair } & (
  | { readonly status: "measured"; readonly result: Measured }
  | { readonly status: "unavailable"; readonly reason: string }
);

/** So many failures in a row mean that the client or its registry is out of reach. */
const failuresToGiveUp = 2;

/** Measures one pair after the other until `deadline`, a time of `performance.now()`. */
export async function measureReleases(
  pairs: readonly ReleasePair[],
  agents: readonly BuiltInAgent[],
  cache: string,
  deadline: number,
): Promise<readonly Measurement[]> {
  const done: Measurement[] = [];
  const failures = new Map<Client, number>();
  for (const pair of pairs) {
    process.stderr.write(`${pair.name} ${pair.from} → ${pair.to}\n`);
    const failed = failures.get(pair.client) ?? 0;
    const reason = failed >= failuresToGiveUp ? `${pair.client} does not work` : "no time left";
    const skipped = failed >= failuresToGiveUp || performance.now() > deadline;
    const one: Measurement = skipped
      ? { pair, status: "unavailable", reason }
      : await measurePair(pair, agents, cache);
    failures.set(pair.client, one.status === "measured" ? 0 : failed + 1);
    done.push(one);
  }
  return done;
}

async function measurePair(
  pair: ReleasePair,
  agents: readonly BuiltInAgent[],
  cache: string,
): Promise<Measurement> {
  let trees: readonly [string, string];
  try {
    trees = await fetchBoth(pair, cache);
  } catch (error) {
    return { pair, status: "unavailable", reason: firstLine(error) };
  }
  const task = changeBetween(...trees, join(cache, "scratch"));
  return { pair, status: "measured", result: await measure(agents, task) };
}

async function fetchBoth(pair: ReleasePair, cache: string): Promise<readonly [string, string]> {
  const { client, name, from, to } = pair;
  const before = await fetchRelease(client, name, from, cache);
  return [before, await fetchRelease(client, name, to, cache)];
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return (lines[1] ?? lines[0] ?? "unknown").trim().slice(0, 160);
}
