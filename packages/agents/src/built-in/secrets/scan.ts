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
}

/** What a scan found. */
export interface Scan {
  readonly secrets: readonly FoundSecret[];
  /**
   * Every value met, on added lines or beside them. Kept only so that they can be taken out of
   * everything that leaves the process.
   */
  readonly values: readonly string[];
}

const scans = new WeakMap<ReviewTask, Promise<Scan>>();

/** Scans a task once, however many rules ask. */
export function scanTask(task: ReviewTask, signal: AbortSignal): Promise<Scan> {
  const running = scans.get(task) ?? scanFiles(task, signal);
  scans.set(task, running);
  return running;
}

async function scanFiles(task: ReviewTask, signal: AbortSignal): Promise<Scan> {
  const engine = await loadEngine();
  const parts: Scan[] = [];
  for (const file of task.files) {
    parts.push(await scanAdded(engine, file, signal), await scanDeleted(engine, file, signal));
  }
  return {
    secrets: parts.flatMap(({ secrets }) => secrets),
    values: parts.flatMap(({ values }) => values),
  };
}

const nothing: Scan = { secrets: [], values: [] };

async function scanAdded(engine: Engine, file: TaskFile, signal: AbortSignal): Promise<Scan> {
  const text = scanTextOf(file);
  if (text === null) return nothing;
  const found = new Map<string, FoundSecret>();
  const values: string[] = [];
  for (const match of await matchesIn(engine, file.diff.path, text, signal)) {
    values.push(...secretIn(text.content, match));
    const secret = foundSecret(text, match);
    if (secret !== null) found.set(`${secret.rule}:${secret.first.line}`, secret);
  }
  return { secrets: reported([...found.values()]), values };
}

/** What was taken out is no finding, but it may open doors still. */
async function scanDeleted(engine: Engine, file: TaskFile, signal: AbortSignal): Promise<Scan> {
  const lines = file.hunks.flatMap((hunk) => file.diff.hunks[hunk]?.lines ?? []);
  const content = lines.flatMap(({ kind, text }) => (kind === "deleted" ? [text] : [])).join("\n");
  const values: string[] = [];
  for (const piece of content === "" ? [] : piecesOf(content)) {
    await setImmediate();
    signal.throwIfAborted();
    const matches = await engine(file.diff.path, piece.text);
    values.push(...matches.flatMap((match) => secretIn(piece.text, match)));
  }
  return { secrets: [], values };
}

/** A service account's file is one secret: its key is not reported a second time by itself. */
function reported(secrets: readonly FoundSecret[]): readonly FoundSecret[] {
  const account = secrets.some(({ rule }) => rule === "gcp");
  return account ? secrets.filter(({ rule }) => rule !== "privatekey") : secrets;
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
  return matches;
}

function foundSecret(text: ScanText, match: EngineMatch): FoundSecret | null {
  const [start, end] = match.rule === "gcp" ? keyRange(text.content) : [match.start, match.end];
  const value = text.content.slice(start, end);
  if (isPlaceholder(match.rule, value)) return null;
  const lines = text.linesIn(start, end);
  const first = lines[0];
  if (first === undefined) return null;
  const last = lines.findLast((line) => line.hunk === first.hunk) ?? first;
  return { rule: match.rule, pattern: match.pattern, first, last };
}

/** The value itself, unless it opens nothing or is a service account's whole file. */
function secretIn(content: string, { rule, start, end }: EngineMatch): string[] {
  const value = content.slice(start, end);
  return rule === "gcp" || isPlaceholder(rule, value) ? [] : [value];
}

/** The engine marks a service account's whole file; the key in it is what matters. */
function keyRange(content: string): [number, number] {
  const start = Math.max(0, content.indexOf('"private_key"'));
  return [start, start + 1];
}
