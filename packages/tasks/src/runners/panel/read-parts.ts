import { CodedError } from "@swarm-actions/core";
import type { TaskFile } from "@swarm-actions/review";
import type { Json } from "@swarm-actions/swarm";
import { type FilePart, filePayload, hunksPayload } from "../../hunks/payload.ts";

/** What a task takes of a file. */
export interface Part {
  readonly first: boolean;
  /** Indices into the hunks of the file. */
  readonly hunks: ReadonlySet<number>;
}

/** What a task is about. */
export interface Parts {
  readonly lead: boolean;
  /** By the position of the file: a file that becomes a link stands twice under its path. */
  readonly byFile: ReadonlyMap<number, Part>;
  /** Fingerprints of hunks that nobody is asked about. */
  readonly carried: ReadonlySet<string>;
}

/** The change that tasks are parts of. */
export interface Divided {
  readonly files: readonly TaskFile[];
  /** Of all hunks, a list a file. */
  readonly fingerprints: readonly (readonly string[])[];
}

/** Where each hunk is: in which file, and which of its hunks. */
type Places = ReadonlyMap<string, { readonly file: number; readonly index: number }>;

/** @returns what tells of a task which parts of the change it is about, or throws CodedError `tasks/…` */
export function partsReader(divided: Divided): (payload: Json) => Parts {
  const { files, fingerprints } = divided;
  const places: Places = new Map(
    fingerprints.flatMap((list, file) => list.map((one, index) => [one, { file, index }] as const)),
  );
  return (payload) => {
    const file = filePayload.safeParse(payload);
    if (file.success) return partsOfFile(file.data.path, files);
    const read = hunksPayload.safeParse(payload);
    if (!read.success) throw notForPanel();
    const carried = new Set(read.data.carried);
    const parts = read.data.files.map((part) => placePart(part, { ...divided, places, carried }));
    return { lead: read.data.lead, byFile: new Map(parts), carried };
  };
}

interface Placing extends Divided {
  readonly places: Places;
  readonly carried: ReadonlySet<string>;
}

function placePart(part: FilePart, placing: Placing): [number, Part] {
  const { path, first, hunks } = part;
  const found = hunks.map((one) => {
    const place = placing.places.get(one);
    if (place === undefined || placing.files[place.file]?.diff.path !== path) {
      throw otherChange(path);
    }
    return place;
  });
  const at = found[0]?.file ?? fileWithout(path, placing);
  if (at === -1) throw otherChange(path);
  return [at, { first, hunks: new Set(found.map(({ index }) => index)) }];
}

/** The file that a part without hunks means: one that has none to look at, if there is such a one. */
function fileWithout(path: string, { files, fingerprints, carried }: Placing): number {
  const isSettled = (at: number): boolean =>
    fingerprints[at]?.every((one) => carried.has(one)) === true;
  const settled = files.findIndex(({ diff }, at) => diff.path === path && isSettled(at));
  return settled === -1 ? files.findIndex(({ diff }) => diff.path === path) : settled;
}

/** A task that is a file: those that need all of the change are asked with the first. */
function partsOfFile(path: string, files: readonly TaskFile[]): Parts {
  const parts = files.flatMap((file, at): [number, Part][] =>
    file.diff.path === path ? [[at, { first: true, hunks: new Set(file.hunks) }]] : [],
  );
  const [first] = parts;
  if (first === undefined) throw otherChange(path);
  return { lead: first[0] === 0, byFile: new Map(parts), carried: new Set() };
}

function otherChange(path: string): CodedError {
  const message = `the task is about a part of ${JSON.stringify(path)} that is not in this change`;
  return new CodedError("tasks/not-of-this-change", message, {
    fix: "Let the workers check out the commit that the plan was made for, with its base.",
    place: path,
  });
}

function notForPanel(): CodedError {
  return new CodedError("tasks/not-for-a-panel", "the task is no part of a change", {
    fix: "Take the tasks from the source `hunks`, or from `files` with changed files only.",
    place: "source",
  });
}
