import { resolve } from "node:path";
import type { Redactor } from "@swarm-actions/core";
import { readBounded } from "../../read-bounded.ts";
import type { TaskSource } from "../task-source.ts";
import { parseTasks } from "./parse-tasks.ts";

const largestFile = 64 * 1024 * 1024;

/** Tasks that are written down: `select` is JSON, JSON lines, or the path of a file that holds it. */
export function createJsonSource(
  select: string,
  directory: string,
  redactor: Redactor,
): TaskSource {
  return {
    find: async () => {
      const isText = /^\s*[[{"]/.test(select) || select.trim().includes("\n");
      const path = select.trim();
      const text =
        isText || path === "" ? select : await readBounded(resolve(directory, path), largestFile);
      return { tasks: parseTasks(text, isText ? "select" : path, redactor), seconds: new Map() };
    },
  };
}
