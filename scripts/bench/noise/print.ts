import { isLoud, placeText } from "./measure.ts";
import type { Measurement } from "./measure-releases.ts";

/** One finding of medium or above in so many added lines of source. */
const bound = 2_000;

/** Writes the table, or JSON, to standard output. Returns the exit code. */
export function printMeasurements(
  measurements: readonly Measurement[],
  asJson: boolean,
): 0 | 1 | 3 {
  const measured = measurements.flatMap((one) =>
    one.status === "measured" ? [{ pair: one.pair, ...one.result }] : [],
  );
  if (measured.length === 0) {
    process.stderr.write(
      "No release could be fetched. This measurement needs the package registries and their clients (npm, pip, go, cargo, mvn); check the network.\n",
    );
    return 3;
  }
  const missing = measurements.length - measured.length;
  if (missing > 0) process.stderr.write(`${missing} packages could not be fetched.\n`);
  const lines = measured.reduce((sum, one) => sum + one.lines, 0);
  const loud = measured.reduce((sum, one) => sum + one.remarks.filter(isLoud).length, 0);
  const within = loud * bound <= lines;
  process.stdout.write(
    asJson
      ? `${JSON.stringify({ bound, lines, loud, within, measurements }, null, 2)}\n`
      : `${textOf(measurements)}\n${loud} findings of medium or above on ${lines} added lines of source: ${loud === 0 ? "none" : `1 in ${Math.round(lines / loud)}`}; the bound is 1 in ${bound}.\n`,
  );
  return within ? 0 : 1;
}

function textOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(rowOf);
  const head = "| package | releases | added lines | medium or above | low, info | seconds |";
  const rule = "|---|---|---:|---:|---:|---:|";
  return [head, rule, ...rows, "", ...measurements.flatMap(remarksOf)].join("\n");
}

function rowOf(one: Measurement): string {
  const { name, from, to } = one.pair;
  if (one.status === "unavailable") return `| ${name} | ${from} → ${to} | ${one.reason} | | | |`;
  const { lines, remarks, durationMs } = one.result;
  const loud = remarks.filter(isLoud).length;
  const seconds = (durationMs / 1_000).toFixed(1);
  return `| ${name} | ${from} → ${to} | ${lines} | ${loud} | ${remarks.length - loud} | ${seconds} |`;
}

function remarksOf(one: Measurement): readonly string[] {
  if (one.status === "unavailable") return [];
  const { name, to } = one.pair;
  return one.result.remarks
    .filter(isLoud)
    .map(
      (remark) =>
        `${remark.severity} ${remark.rule} ${name} ${to} ${placeText(remark)}: ${remark.message}`,
    );
}
