import type { Split } from "@swarm-actions/agents";
import { CodedError } from "@swarm-actions/core";
import {
  type Change,
  fingerprintHunks,
  pathMatcher,
  type ReviewTask,
  type TaskFile,
} from "@swarm-actions/review";
import type { Json } from "@swarm-actions/swarm";
import { type FilePart, filePayload, hunksPayload } from "../../hunks/payload.ts";

/** What agents of each kind are asked in one task; a task without files asks nobody. */
export type Asked = Readonly<Record<Split, ReviewTask>>;

/** A change, ready to be divided as tasks say. */
export interface ChangeParts {
  /** All of it that is reviewed. */
  readonly whole: ReviewTask;
  /** @throws CodedError `tasks/not-of-this-change`, `tasks/not-for-a-panel` */
  readonly asked: (payload: Json) => Asked;
}

/** @param ignore globs of paths that are not reviewed at all */
export function divideChange(change: Change, ignore: readonly string[]): ChangeParts {
  const matches = pathMatcher({ ignore });
  const files = change.files.filter(({ diff }) => matches(diff.path));
  const places = placeHunks(files.map(({ diff }) => diff));
  const all = files.map((file): TaskFile => ({ ...file, hunks: [...file.diff.hunks.keys()] }));
  const whole: ReviewTask = { ...change, files: all };
  return {
    whole,
    asked(payload) {
      const { lead, parts } = readPayload(payload, all, places);
      const some = (
        choose: (part: Part, file: TaskFile) => readonly number[] | null,
      ): ReviewTask => {
        const chosen = all.flatMap((file, at) => {
          const part = parts.get(at);
          const hunks = part === undefined ? null : choose(part, file);
          return hunks === null ? [] : [{ ...file, hunks }];
        });
        return { ...change, files: chosen };
      };
      return {
        change: lead ? whole : { ...change, files: [] },
        file: some(({ first }, { hunks }) => (first ? hunks : null)),
        hunk: some(({ hunks }) => hunks),
      };
    },
  };
}

/** What a task takes of a file. */
interface Part {
  readonly first: boolean;
  /** Indices, in the order of the file. */
  readonly hunks: readonly number[];
}

/** Where each hunk is, by its fingerprint: in which file, and which of its hunks. */
type Places = ReadonlyMap<string, { readonly file: number; readonly index: number }>;

/** By the position of the file: a file that becomes a link stands twice under its path. */
type Parts = ReadonlyMap<number, Part>;

function placeHunks(diffs: readonly TaskFile["diff"][]): Places {
  const fingerprints = fingerprintHunks(diffs);
  const places = fingerprints.flatMap((list, file) =>
    list.map((one, index) => [one, { file, index }] as const),
  );
  return new Map(places);
}

function readPayload(
  payload: Json,
  files: readonly TaskFile[],
  places: Places,
): { readonly lead: boolean; readonly parts: Parts } {
  const file = filePayload.safeParse(payload);
  if (file.success) return partsOfFile(file.data.path, files);
  const read = hunksPayload.safeParse(payload);
  if (!read.success) throw notForPanel();
  const parts = read.data.files.map((part) => placePart(part, files, places));
  return { lead: read.data.lead, parts: new Map(parts) };
}

function placePart(
  { path, first, hunks }: FilePart,
  files: readonly TaskFile[],
  places: Places,
): [number, Part] {
  const found = hunks.map((one) => {
    const place = places.get(one);
    if (place === undefined || files[place.file]?.diff.path !== path) throw otherChange(path);
    return place;
  });
  const at = found[0]?.file ?? files.findIndex((one) => one.diff.path === path);
  if (at === -1) throw otherChange(path);
  const indices = found.map(({ index }) => index).sort((a, b) => a - b);
  return [at, { first, hunks: indices }];
}

/** A task that is a file: those that need all of the change are asked with the first. */
function partsOfFile(path: string, files: readonly TaskFile[]) {
  const parts = files.flatMap((file, at): [number, Part][] =>
    file.diff.path === path ? [[at, { first: true, hunks: file.hunks }]] : [],
  );
  const [first] = parts;
  if (first === undefined) throw otherChange(path);
  return { lead: first[0] === 0, parts: new Map(parts) };
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
