import { setImmediate } from "node:timers/promises";
import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import type { AddedLine } from "../added-lines.ts";
import { type Engine, type EngineMatch, loadEngine } from "./engine.ts";
import { isPlaceholder } from "./placeholder.ts";
import { type ScanText, scanTextOf } from "./scan-text.ts";

/** A secret on added lines: which kind, and where; the value itself is already forgotten. */
export interface FoundSecret {
  readonly rule: string;
  readonly pattern: string;
  readonly first: AddedLine;
  readonly last: AddedLine;
}

const scans = new WeakMap<ReviewTask, Promise<readonly FoundSecret[]>>();

/** Scans a task once, however many rules ask. */
export function scanTask(task: ReviewTask, signal: AbortSignal): Promise<readonly FoundSecret[]> {
  const running = scans.get(task) ?? scanFiles(task, signal);
  scans.set(task, running);
  return running;
}

async function scanFiles(task: ReviewTask, signal: AbortSignal): Promise<readonly FoundSecret[]> {
  const engine = await loadEngine();
  const found: FoundSecret[] = [];
  for (const [index, file] of task.files.entries()) {
    // The engine never waits for anything, so a time limit would not get its turn otherwise.
    if (index % 16 === 0) await setImmediate();
    signal.throwIfAborted();
    found.push(...(await scanFile(engine, file)));
  }
  return found;
}

async function scanFile(engine: Engine, file: TaskFile): Promise<readonly FoundSecret[]> {
  const text = scanTextOf(file);
  if (text === null) return [];
  const matches = await engine(file.diff.path, text.content);
  const account = matches.some((match) => match.rule === "gcp");
  // A service account's file is one secret: its key is not reported a second time by itself.
  const distinct = account ? matches.filter((match) => match.rule !== "privatekey") : matches;
  const found = distinct.flatMap((match) => foundSecret(text, match) ?? []);
  return [...new Map(found.map((secret) => [keyOf(secret), secret])).values()];
}

function foundSecret(text: ScanText, match: EngineMatch): FoundSecret | null {
  const [start, end] = match.rule === "gcp" ? keyRange(text.content) : [match.start, match.end];
  if (isPlaceholder(match.rule, text.content.slice(start, end))) return null;
  const lines = text.linesIn(start, end);
  const first = lines[0];
  if (first === undefined) return null;
  const last = lines.findLast((line) => line.hunk === first.hunk) ?? first;
  return { rule: match.rule, pattern: match.pattern, first, last };
}

/** The engine marks a service account's whole file; the key in it is what matters. */
function keyRange(content: string): [number, number] {
  const start = Math.max(0, content.indexOf('"private_key"'));
  return [start, start + 1];
}

function keyOf({ rule, first }: FoundSecret): string {
  return `${rule}:${first.line}`;
}
