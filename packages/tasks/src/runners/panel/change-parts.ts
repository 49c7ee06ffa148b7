import type { Split } from "@swarm-actions/agents";
import {
  type Change,
  fingerprintHunks,
  pathMatcher,
  type ReviewTask,
  type TaskFile,
} from "@swarm-actions/review";
import type { Json } from "@swarm-actions/swarm";
import { type Part, partsReader } from "./read-parts.ts";

/** What agents of each kind are asked in one task; a task without files asks nobody. */
export type Asked = Readonly<Record<Split, ReviewTask>>;

/** A change, ready to be divided as tasks say. */
export interface ChangeParts {
  /** All of it that is reviewed, with the hunks to look at. */
  readonly whole: ReviewTask;
  /** Fingerprints of hunks that an earlier review stands for. */
  readonly carried: ReadonlySet<string>;
  /** @throws CodedError `tasks/not-of-this-change`, `tasks/not-for-a-panel` */
  readonly asked: (payload: Json) => Asked;
}

/**
 * @param ignore globs of paths that are not reviewed at all
 * @param carried fingerprints of hunks that nobody is asked about, beside those that a task names
 */
export function divideChange(
  change: Change,
  ignore: readonly string[],
  carried: ReadonlySet<string> = new Set(),
): ChangeParts {
  const matches = pathMatcher({ ignore });
  const files = change.files.filter(({ diff }) => matches(diff.path));
  const fingerprints = fingerprintHunks(files.map(({ diff }) => diff));
  const openOf = (at: number, hunks: readonly number[], settled: ReadonlySet<string>) =>
    hunks.filter((index) => !settled.has(fingerprints[at]?.[index] ?? ""));
  const all = files.map((file, at): TaskFile => {
    return { ...file, hunks: openOf(at, [...file.diff.hunks.keys()], carried) };
  });
  const read = partsReader({ files: all, fingerprints });
  return {
    whole: { ...change, files: all },
    carried,
    asked(payload) {
      const { lead, byFile, carried: settled } = read(payload);
      const open = (file: TaskFile, at: number): TaskFile =>
        settled.size === 0 ? file : { ...file, hunks: openOf(at, file.hunks, settled) };
      const some = (
        choose: (part: Part, file: TaskFile) => readonly number[] | null,
      ): ReviewTask => {
        const chosen = all.flatMap((file, at) => {
          const part = byFile.get(at);
          const hunks = part === undefined ? null : choose(part, open(file, at));
          return hunks === null ? [] : [{ ...file, hunks }];
        });
        return { ...change, files: chosen };
      };
      return {
        change: { ...change, files: lead ? all.map(open) : [] },
        file: some(({ first }, { hunks }) => (first ? hunks : null)),
        hunk: some((part, { hunks }) => hunks.filter((index) => part.hunks.has(index))),
      };
    },
  };
}
