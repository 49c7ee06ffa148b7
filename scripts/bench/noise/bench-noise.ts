import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { BenchResult } from "../result.ts";

const script = join(import.meta.dirname, "..", "noise.ts");

/** Added lines of source for each finding of medium or above. @throws Error without the network */
export function benchNoise(): BenchResult[] {
  const run = spawnSync(process.execPath, [script, "--json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.stdout === "") throw new Error("noise: nothing could be measured");
  const { bound, lines, loud } = JSON.parse(run.stdout) as Record<
    "bound" | "lines" | "loud",
    number
  >;
  const detail = `${loud} findings of medium or above on ${lines} added lines of source`;
  return [
    {
      name: "noise: added lines for each finding",
      ratio: lines / loud,
      bound,
      better: "higher",
      detail,
    },
  ];
}
