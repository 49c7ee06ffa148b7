import { resolve } from "node:path";
import {
  type ChangeSource,
  changeFromDiff,
  findDefaultBase,
  type Repository,
  readChange,
} from "@swarm-actions/git";
import type { Change } from "@swarm-actions/review";
import { readStandardInput, readText } from "../read-text.ts";
import type { ReviewOptions } from "./options.ts";

/** Which change is meant. */
export type ChangeOptions = Pick<ReviewOptions, "base" | "head" | "staged" | "diff">;

/** Reads the change that the options name. @throws CodedError `cli/unreadable`, `git/…`, `diff/…` */
export async function findChange(
  options: ChangeOptions,
  directory: string,
  repository: Repository | null,
  configuredBase: string | null,
): Promise<Change> {
  if (options.diff !== undefined) return changeFromDiff(await readDiff(options.diff, directory));
  if (repository === null) throw new Error("a repository is opened unless a diff was given");
  return readChange(repository, await sourceOf(options, repository, configuredBase));
}

async function sourceOf(
  { staged, base, head }: ChangeOptions,
  repository: Repository,
  configuredBase: string | null,
): Promise<ChangeSource> {
  if (staged === true) return { kind: "staged" };
  const from = base ?? configuredBase ?? (await findDefaultBase(repository));
  return head === undefined
    ? { kind: "working-tree", base: from }
    : { kind: "range", base: from, head };
}

async function readDiff(file: string, directory: string): Promise<string> {
  return file === "-" ? readStandardInput() : readText(resolve(directory, file), "--diff");
}
