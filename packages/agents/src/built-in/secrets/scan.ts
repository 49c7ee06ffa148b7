import { setImmediate } from "node:timers/promises";
import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import type { AddedLine } from "../added-lines.ts";
import { type Engine, type EngineMatch, loadEngine } from "./engine.ts";
import { piecesOf } from "./pieces.ts";
import { isPlaceholder } from "./placeholder.ts";
import { type ScanText, scanTextOf } from "./scan-text.ts";

/** A secret on added lines: which kind, and where. */
export interface FoundSecret {
  readonly rule: string;
  readonly pattern: string;
  readonly first: AddedLine;
  readonly last: AddedLine;
  /** Kept only so that it can be taken out of everything that leaves the process. */
  readonly value: string;
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
  for (const file of task.files) found.push(...(await scanFile(engine, file, signal)));
  return found;
}

async function scanFile(
  engine: Engine,
  file: TaskFile,
  signal: AbortSignal,
): Promise<readonly FoundSecret[]> {
  const text = scanTextOf(file);
  if (text === null) return [];
  const found = new Map<string, FoundSecret>();
  for (const match of await matchesIn(engine, file.diff.path, text, signal)) {
    const secret = foundSecret(text, match);
    if (secret !== null) found.set(`${secret.rule}:${secret.first.line}`, secret);
  }
  return [...found.values()];
}

async function matchesIn(
  engine: Engine,
  path: string,
  text: ScanText,
  signal: AbortSignal,
): Promise<readonly EngineMatch[]> {
  const matches: EngineMatch[] = [];
  for (const piece of piecesOf(text.content)) {
    const { length } = text.linesIn(piece.offset, piece.offset + piece.text.length);
    if (length === 0) continue;
    // The engine never waits for anything, so a time limit would not get its turn otherwise.
    await setImmediate();
    signal.throwIfAborted();
    for (const { start, end, ...match } of await engine(path, piece.text)) {
      matches.push({ ...match, start: start + piece.offset, end: end + piece.offset });
    }
  }
  // A service account's file is one secret: its key is not reported a second time by itself.
  const account = matches.some((match) => match.rule === "gcp");
  return account ? matches.filter((match) => match.rule !== "privatekey") : matches;
}

function foundSecret(text: ScanText, match: EngineMatch): FoundSecret | null {
  const [start, end] = match.rule === "gcp" ? keyRange(text.content) : [match.start, match.end];
  const value = text.content.slice(start, end);
  if (isPlaceholder(match.rule, value)) return null;
  const lines = text.linesIn(start, end);
  const first = lines[0];
  if (first === undefined) return null;
  const last = lines.findLast((line) => line.hunk === first.hunk) ?? first;
  return { rule: match.rule, pattern: match.pattern, first, last, value };
}

/** The engine marks a service account's whole file; the key in it is what matters. */
function keyRange(content: string): [number, number] {
  const start = Math.max(0, content.indexOf('"private_key"'));
  return [start, start + 1];
}
