import { fingerprintHunks, type TaskFile } from "@swarm-actions/review";
import type { Json, Task } from "@swarm-actions/swarm";
import type { HunksPayload } from "../hunks/payload.ts";
import type { Asked, ChangeParts } from "../runners/panel/change-parts.ts";

/** What a set of tasks asks, put together. */
interface Portion {
  lead: boolean;
  /** By the difference that a file is: what of it is asked about. */
  readonly files: Map<TaskFile["diff"], { first: boolean; readonly hunks: Set<number> }>;
}

/** Tasks of a change, and whether they have an answer. */
export interface DividedTasks {
  readonly answered: readonly Task[];
  /** Of this change, without an answer. */
  readonly open: readonly Task[];
  /** Agents that have not answered at all though the tasks ask everybody, and those that have. */
  readonly unasked: readonly string[];
  readonly asked: readonly string[];
}

/**
 * What is still to be asked, in as few tasks as can be: what the open ones are about, a task for each set of
 * agents; whatever of the change no task is about; and all of it where an agent was not asked at all. Their
 * keys are taken by none of the tasks that are answered.
 */
export function openTasks(divided: DividedTasks, parts: ChangeParts): readonly Task[] {
  const { answered, unasked } = divided;
  const taken = new Set(answered.map(({ key }) => key));
  const fingerprints = namesOf(parts);
  const groups = groupsOf(divided, parts);
  if (unasked.length > 0) groups.push({ asks: unasked, portion: complement(nothing(), parts) });
  return groups.flatMap(({ asks, portion }, at): Task[] => {
    if (isEmpty(portion)) return [];
    const payload = payloadOf(portion, parts, fingerprints) as unknown as Json;
    const task = { key: freeKey(`open ${at}`, taken), kind: "", affinity: null, size: 0, payload };
    return [{ ...task, ...(asks && { asks }) }];
  });
}

interface Group {
  /** Undefined: everybody. */
  readonly asks: readonly string[] | undefined;
  readonly portion: Portion;
}

function groupsOf({ answered, open, unasked, asked }: DividedTasks, parts: ChangeParts): Group[] {
  // Whoever is asked about all of it is not asked about a part of it as well.
  const rest: Group = { asks: unasked.length > 0 ? asked : undefined, portion: nothing() };
  const groups = new Map<string, Group>([["all", rest]]);
  const known = nothing();
  for (const { payload } of [...answered, ...open]) add(known, parts.asked(payload));
  for (const { asks, payload } of open) {
    const name = JSON.stringify(asks ?? "all");
    const group = asks === undefined ? rest : (groups.get(name) ?? { asks, portion: nothing() });
    if (asks !== undefined) groups.set(name, group);
    add(group.portion, parts.asked(payload));
  }
  merge(rest.portion, complement(known, parts));
  return [...groups.values()];
}

function nothing(): Portion {
  return { lead: false, files: new Map() };
}

function isEmpty({ lead, files }: Portion): boolean {
  return !lead && files.size === 0;
}

function add(portion: Portion, { change, file, hunk }: Asked): void {
  portion.lead ||= change.files.length > 0;
  for (const { diff } of file.files) partOf(portion, diff).first = true;
  for (const { diff, hunks } of hunk.files) {
    const part = partOf(portion, diff);
    for (const one of hunks) part.hunks.add(one);
  }
}

function merge(portion: Portion, other: Portion): void {
  portion.lead ||= other.lead;
  for (const [diff, { first, hunks }] of other.files) {
    const part = partOf(portion, diff);
    part.first ||= first;
    for (const one of hunks) part.hunks.add(one);
  }
}

function partOf({ files }: Portion, diff: TaskFile["diff"]) {
  const part = files.get(diff) ?? { first: false, hunks: new Set<number>() };
  files.set(diff, part);
  return part;
}

/** What is not in a portion of the change. */
function complement({ lead, files }: Portion, { whole }: ChangeParts): Portion {
  const rest: Portion = { lead: !lead && whole.files.length > 0, files: new Map() };
  for (const { diff, hunks } of whole.files) {
    const known = files.get(diff);
    const left = hunks.filter((hunk) => known?.hunks.has(hunk) !== true);
    const first = known?.first !== true;
    if (first || left.length > 0) rest.files.set(diff, { first, hunks: new Set(left) });
  }
  return rest;
}

type Names = ReadonlyMap<TaskFile["diff"], readonly string[]>;

function namesOf({ whole: { files } }: ChangeParts): Names {
  const fingerprints = fingerprintHunks(files.map(({ diff }) => diff));
  return new Map(files.map(({ diff }, at) => [diff, fingerprints[at] ?? []]));
}

function payloadOf(
  { lead, files }: Portion,
  { whole, carried }: ChangeParts,
  names: Names,
): HunksPayload {
  const parts = whole.files.flatMap(({ diff }) => {
    const part = files.get(diff);
    if (part === undefined) return [];
    const { first } = part;
    const hunks = [...part.hunks].sort((a, b) => a - b).map((at) => names.get(diff)?.[at] ?? "");
    return [{ path: diff.path, hunks, first, diff: "" }];
  });
  const [first] = whole.files;
  // Whoever needs all of the change is asked even where nobody else is left to ask.
  const none = { path: first?.diff.path ?? "", hunks: [], first: false, diff: "" };
  return {
    lead,
    files: parts.length === 0 ? [none] : parts,
    ...(carried.size > 0 && { carried: [...carried] }),
  };
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  return taken.has(key) ? freeKey(`${key}'`, taken) : key;
}
