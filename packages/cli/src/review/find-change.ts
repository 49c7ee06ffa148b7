import { resolve } from "node:path";
import { CodedError } from "@swarm-actions/core";
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

/** Reads the change that the options name. @throws CodedError `cli/…`, `git/…`, `diff/…` */
export async function findChange(
  options: ReviewOptions,
  directory: string,
  repository: Repository | null,
  configuredBase: string | null,
): Promise<Change> {
  refuseContradictions(options);
  if (options.diff !== undefined) return changeFromDiff(await readDiff(options.diff, directory));
  if (repository === null) throw new Error("a repository is opened unless a diff was given");
  return readChange(repository, await sourceOf(options, repository, configuredBase));
}

async function sourceOf(
  { staged, base, head }: ReviewOptions,
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

function refuseContradictions({ diff, staged, base, head }: ReviewOptions): void {
  const range = base !== undefined || head !== undefined;
  const named = [diff !== undefined, staged === true, range].filter(Boolean);
  if (named.length <= 1) return;
  throw new CodedError(
    "cli/contradiction",
    "--diff, --staged and --base/--head exclude each other",
    {
      fix: "Keep one of them.",
    },
  );
}
