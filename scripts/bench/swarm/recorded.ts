import { readdirSync, readFileSync } from "node:fs";
import { type Durations, type Suite, suiteOf } from "./suite.ts";

const folder = new URL("./durations/", import.meta.url);

/** Every recorded run of a suite, with the one before as its history. */
export function recordedSuites(): Suite[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
  return files.flatMap((file, at) => {
    const next = files[at + 1];
    if (next === undefined || nameOf(next) !== nameOf(file)) return [];
    return [suiteOf(next.replace(".json", ""), read(file), read(next))];
  });
}

function nameOf(file: string): string {
  return file.replace(/-\d+\.json$/, "");
}

function read(file: string): Durations {
  const text = readFileSync(new URL(file, folder), "utf8");
  return new Map(Object.entries(JSON.parse(text) as Record<string, number>));
}
