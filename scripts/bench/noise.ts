/**
 * How often the built-in agents speak on releases of well-kept packages.
 *
 *   node scripts/bench/noise.ts [--packages NAME,NAME…] [--json]
 *
 * Fetches consecutive releases with the registries' own clients, reviews the difference with every
 * built-in agent and counts findings of medium or above per added line of source. Fails when there
 * are more than one in 2,000.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { allowJsonImports } from "../json-imports.ts";
import { measureReleases } from "./noise/measure-releases.ts";
import { printMeasurements } from "./noise/print.ts";
import { type ReleasePair, releasePairs } from "./noise/releases.ts";

const cache = join(import.meta.dirname, "..", "..", ".build", "noise");
/** Ten minutes for everything; what is not done by then is named, not waited for. */
const allowedMs = 600_000;

const { values } = parseArgs({
  options: { packages: { type: "string" }, json: { type: "boolean", default: false } },
});

function chosen(names: string | undefined): readonly ReleasePair[] {
  if (names === undefined) return releasePairs;
  const wanted = names.split(",");
  return releasePairs.filter(({ name }) => wanted.some((part) => name.includes(part)));
}

const pairs = chosen(values.packages);
if (pairs.length === 0) {
  process.stderr.write(
    `No package is named ${values.packages}. See scripts/bench/noise/releases.ts.\n`,
  );
  process.exit(2);
}
mkdirSync(cache, { recursive: true });
allowJsonImports();
const { builtInAgents } = await import("@swarm-actions/agents");
const deadline = performance.now() + allowedMs;
const measurements = await measureReleases(pairs, builtInAgents, cache, deadline);
process.exitCode = printMeasurements(measurements, values.json);
