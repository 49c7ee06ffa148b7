import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import type { Fault, Source } from "./source.ts";

/** A key of a mapping: where it stands, and what it holds. */
export interface Entry {
  readonly name: string;
  /** 1-based line of the key. */
  readonly line: number;
  readonly value: Node | null;
}

/** A step of a job or of a composite action. */
export interface Step {
  readonly line: number;
  readonly entries: readonly Entry[];
  /** What it uses, without the comment; null for one that runs a script. */
  readonly uses: string | null;
  /** What stands under `with:`. */
  readonly inputs: ReadonlyMap<string, string>;
}

export interface Job {
  readonly id: string;
  readonly line: number;
  readonly entries: readonly Entry[];
  readonly steps: readonly Step[];
}

/** What the rules look at of a workflow or an action. */
export interface Outline {
  readonly source: Source;
  /** Line n is at n - 1. */
  readonly lines: readonly string[];
  readonly entries: readonly Entry[];
  /** The events that start it, each with its settings. */
  readonly triggers: readonly Entry[];
  readonly jobs: readonly Job[];
  /** Of all jobs, or of a composite action. */
  readonly steps: readonly Step[];
  /** The entries of a mapping, or the items of a sequence; none of anything else. */
  entriesOf(node: Node | null): readonly Entry[];
}

export function outlineOf(source: Source): Outline {
  const { contents, entriesOf } = read(source.text);
  const entries = entriesOf(contents);
  const jobs = entriesOf(valueAt(entries, "jobs")).map(({ name, line, value }) => {
    const own = entriesOf(value);
    return { id: name, line, entries: own, steps: stepsOf(valueAt(own, "steps"), entriesOf) };
  });
  const composite = stepsOf(valueAt(entriesOf(valueAt(entries, "runs")), "steps"), entriesOf);
  return {
    source,
    lines: source.text.split("\n"),
    entries,
    triggers: triggersOf(entries, entriesOf),
    jobs,
    steps: [...jobs.flatMap((job) => job.steps), ...composite],
    entriesOf,
  };
}

type EntriesOf = Outline["entriesOf"];

/** A mapping's entries; of a sequence each item, named by what it says when it is a scalar. */
function read(text: string): { readonly contents: Node | null; readonly entriesOf: EntriesOf } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineOf = (node: unknown): number =>
    lineCounter.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
  const resolve = (node: unknown): Node | null => {
    if (isAlias(node)) return node.resolve(document) ?? null;
    return isNode(node) ? node : null;
  };
  const entriesOf: EntriesOf = (node) => {
    if (isSeq(node)) {
      return node.items.map((item) => {
        const value = resolve(item);
        return { name: textOf(value) ?? "", line: lineOf(item), value };
      });
    }
    if (!isMap(node)) return [];
    return node.items.map(({ key, value }) => ({
      name: textOf(resolve(key)) ?? "",
      line: lineOf(key),
      value: resolve(value),
    }));
  };
  return { contents: document.contents, entriesOf };
}

/** `on: push`, `on: [push]` and `on: { push: … }` alike. */
function triggersOf(entries: readonly Entry[], entriesOf: EntriesOf): readonly Entry[] {
  const on = entries.find(({ name }) => name === "on");
  if (on === undefined) return [];
  const name = textOf(on.value);
  return name === null ? entriesOf(on.value) : [{ name, line: on.line, value: null }];
}

function stepsOf(list: Node | null, entriesOf: EntriesOf): readonly Step[] {
  return entriesOf(list).map(({ line, value }) => {
    const entries = entriesOf(value);
    const inputs = entriesOf(valueAt(entries, "with")).map((input): [string, string] => [
      input.name,
      textOf(input.value) ?? "",
    ]);
    return { line, entries, uses: textOf(valueAt(entries, "uses")), inputs: new Map(inputs) };
  });
}

/** The value under a name; null when there is none. */
export function valueAt(entries: readonly Entry[], name: string): Node | null {
  return entries.find((entry) => entry.name === name)?.value ?? null;
}

/** The text of a scalar; null for anything else. */
export function textOf(node: Node | null): string | null {
  return isScalar(node) && node.value !== null ? String(node.value) : null;
}

/** A fault of ours at a line of the source. */
export function faultAt(outline: Outline, line: number, rule: string, message: string): Fault {
  return { path: outline.source.path, line, rule: `swarm-actions/${rule}`, message };
}
