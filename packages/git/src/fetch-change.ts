import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodedError } from "@swarm-actions/core";
import type { Change } from "@swarm-actions/review";
import { compareTrees } from "./compare-trees.ts";
import { listChangedObjects } from "./list-changed-objects.ts";
import { type GitCall, runGit } from "./run-git.ts";

/** Both sides of this many files are still read; more is no change that anyone reviews. */
const objectLimit = 40_000;

export interface FetchRequest {
  /** The repository's address, without credentials. */
  readonly url: string;
  /** What git sends as the `Authorization` header; null for none. */
  readonly authorization: string | null;
  /** Full ids. `base` is where the branches parted: no history is fetched to find that out. */
  readonly base: string;
  readonly head: string;
}

/**
 * Reads a change from a server, where there is no checkout: the two commits, their trees, and only the
 * files that differ, in a temporary repository that goes away.
 * @throws CodedError `git/fetch-failed`, `git/too-large`, `git/…`
 */
export async function fetchChange(request: FetchRequest): Promise<Change> {
  const { url, base, head } = request;
  const directory = await mkdtemp(join(tmpdir(), "swarm-fetch-"));
  try {
    await runGit(["init", "--quiet", "--bare"], { directory });
    await runGit(["remote", "add", "origin", url], { directory });
    const call = { directory, environment: environmentFor(request) };
    await fetch(["--depth=1", "origin", base, head], "", call, url);
    await fetchBlobs(base, head, call, url);
    return await compareTrees({ from: base, to: head, call, baseSha: base, headSha: head });
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** All at once: left to itself, git would ask the server for one file after the other. */
async function fetchBlobs(from: string, to: string, call: GitCall, url: string): Promise<void> {
  const ids = [...new Set((await listChangedObjects(from, to, call)).values())];
  if (ids.length > objectLimit) throw tooLarge(ids.length, url);
  if (ids.length === 0) return;
  await fetch(["origin", "--stdin"], ids.map((id) => `${id}\n`).join(""), call, url);
}

const quietly = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];

async function fetch(
  args: readonly string[],
  input: string,
  call: GitCall,
  url: string,
): Promise<void> {
  try {
    await runGit(["fetch", ...quietly, "--filter=blob:none", ...args], { ...call, input });
  } catch (cause) {
    if (!(cause instanceof CodedError) || cause.code !== "git/failed") throw cause;
    throw new CodedError("git/fetch-failed", cause.message, {
      fault: "platform",
      fix: "Check out the pull request before this step, with `fetch-depth: 0`.",
      place: url,
      cause,
    });
  }
}

/** The token is handed over where no list of processes and no log shows it. */
function environmentFor({ authorization }: FetchRequest): Record<string, string> {
  const settings = [
    // Nobody is there to be asked, and no other account is meant.
    ["credential.helper", ""],
    ["core.askPass", ""],
    ...(authorization === null ? [] : [["http.extraheader", `Authorization: ${authorization}`]]),
  ];
  const pairs = settings.flatMap(([key = "", value = ""], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return { ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: String(settings.length) };
}

function tooLarge(objects: number, url: string): CodedError {
  return new CodedError("git/too-large", `${objects} files differ, more than ${objectLimit}`, {
    fix: "Split the pull request, or leave paths out with `review.ignore`.",
    place: url,
  });
}
