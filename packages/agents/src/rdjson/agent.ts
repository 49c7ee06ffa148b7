import type { Agent } from "@swarm-actions/review";
import type { z } from "zod";
import { locate, readText } from "../reported/read-text.ts";
import { readingOf } from "../reported/reading.ts";
import { TaskLines } from "../reported/task-lines.ts";
import { scopeOf } from "../scope.ts";
import type { AgentSetup } from "../setup.ts";
import type { rdjsonOptions } from "./options.ts";
import { parseRdjson } from "./parse.ts";
import { readDiagnostics } from "./read.ts";

type RdjsonOptions = z.infer<typeof rdjsonOptions>;

/** An agent that repeats what a linter wrote in reviewdog's format, as an object or line by line. */
export function createRdjsonAgent(name: string, options: RdjsonOptions, setup: AgentSetup): Agent {
  const scope = scopeOf(name, options, { categories: ["correctness", "style"] });
  const files = [options.file].flat();
  const read = (file: string, signal: AbortSignal): Promise<string> =>
    readText(locate(file, setup.root), signal);
  return {
    ...scope,
    async check(signal) {
      for (const file of files) readDiagnostics(await read(file, signal), file, "auto");
    },
    async review(task, signal) {
      const lines = new TaskLines(task, scope.covers);
      const reading = readingOf(name, options, setup.root, lines);
      const remarks = [];
      for (const place of files) {
        const text = await read(place, signal);
        remarks.push(...parseRdjson(text, { ...reading, place }, "auto").remarks);
      }
      return { remarks, skipped: [], corrections: reading.tally.corrections(), usage: null };
    },
  };
}
