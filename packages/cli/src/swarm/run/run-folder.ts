import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError, canonicalJson, messageOf } from "@swarm-actions/core";
import type { Change } from "@swarm-actions/review";
import { z } from "zod";
import { makeFolder } from "../../make-folder.ts";

const program = z.strictObject({
  kind: z.literal("program"),
  words: z.array(z.string()).min(1),
  per: z.enum(["task", "block"]),
  taskSeconds: z.number().positive(),
  reports: z.array(z.string()),
});

const panel = z.strictObject({
  kind: z.literal("panel"),
  /** The settings' file; null: there is none. */
  config: z.string().nullable(),
  agents: z.array(z.string()),
});

const settings = z.strictObject({
  version: z.literal(1),
  key: z.string(),
  /** Where the work is done. */
  directory: z.string(),
  work: z.discriminatedUnion("kind", [program, panel]),
  /** How many rounds may follow the first. */
  rounds: z.int().min(0),
  mesh: z.strictObject({
    rounds: z.int().min(1),
    quorum: z.int().min(1).nullable(),
    deadlineSeconds: z.number().min(0),
  }),
  certainty: z.number().min(0).max(1),
  minCoverage: z.number().min(0).max(100),
  consensus: z.string().nullable(),
  history: z.string(),
  isVerbose: z.boolean(),
});

/** What a run does, kept so that its workers know it, and that it can be gone on with. */
export type RunSettings = z.infer<typeof settings>;

/** What is where in the folder of a run. */
export function pathsIn(folder: string) {
  const at = (name: string): string => join(folder, name);
  return {
    settings: at("run.json"),
    /** Of the process that is at work in it. */
    holder: at("run.pid"),
    change: at("change.json"),
    board: at("board"),
    report: at("report.json"),
    results: at("results.jsonl"),
    page: at("swarm.html"),
    audit: at("audit.jsonl"),
    review: at("review.json"),
    sarif: at("review.sarif"),
  };
}

/** @throws CodedError `cli/unwritable` */
export async function makeRunFolder(folder: string): Promise<void> {
  await makeFolder(folder).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
}

/** Puts a run into a folder that there is. @throws CodedError `swarm/folder-in-use`, `cli/unwritable` */
export async function beginFolder(folder: string, run: RunSettings): Promise<void> {
  try {
    await writeFile(pathsIn(folder).settings, `${canonicalJson(run, 1)}\n`, { flag: "wx" });
  } catch (cause) {
    const isUsed = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (!isUsed) throw unwritable(folder, cause);
    throw new CodedError("swarm/folder-in-use", "the folder holds another run", {
      fix: "Go on with that run by `--resume`, or name another folder with `--output`.",
      place: folder,
    });
  }
}

/** @throws CodedError `swarm/no-run`: the folder holds none */
export async function readFolder(folder: string): Promise<RunSettings> {
  try {
    return settings.parse(JSON.parse(await readFile(pathsIn(folder).settings, "utf8")));
  } catch (cause) {
    throw new CodedError("swarm/no-run", "the folder holds no run that could be gone on with", {
      fix: "Name the folder that `swarm run` gave when it was stopped.",
      place: folder,
      cause,
    });
  }
}

/** Both sides of every file, so that all workers see the same even while people go on working. */
export function keepChange(folder: string, change: Change): Promise<void> {
  return writeFile(pathsIn(folder).change, JSON.stringify(change), { mode: 0o600 });
}

/** What `keepChange` kept. */
export async function readKeptChange(folder: string): Promise<Change> {
  return JSON.parse(await readFile(pathsIn(folder).change, "utf8"));
}

function unwritable(folder: string, cause: unknown): CodedError {
  return new CodedError("cli/unwritable", `--output: ${messageOf(cause)}`, {
    fix: "Name a folder that can be written to with `--output`.",
    place: folder,
    cause,
  });
}
