import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { parse } from "yaml";
import { type ActionFolder, findActions } from "../find-actions.ts";
import { top } from "../top.ts";

/** A file of a release: where it stands in the tree, and what it holds. */
export interface ReleaseFile {
  /** Below the tree's top, with `/`. */
  readonly path: string;
  readonly content: Buffer;
}

/**
 * Everything that a release holds, by path, and nothing else: of each action its `action.yml`,
 * README.md and dist/, the workflows that others can call, and the licence. A runner downloads the whole
 * tree for each action it uses.
 * @throws CodedError `release/not-built`, `release/incomplete-action`
 */
export function findReleaseFiles(checkout: string = top): readonly ReleaseFile[] {
  const actions = findActions(checkout).flatMap((action) => filesOfAction(checkout, action));
  const workflows = callableWorkflows(checkout).map((path) => fileAt(checkout, path, path));
  return [fileAt(checkout, "LICENSE", "LICENSE"), ...workflows, ...actions].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}

/** Lays the tree of a release out in a folder, made when it is not there; answers with what it holds. */
export function assembleTree(directory: string, checkout: string = top): readonly ReleaseFile[] {
  const files = findReleaseFiles(checkout);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return files;
}

/** A part of another action is its `action.yml` alone: it is built and explained at home. */
function filesOfAction(
  checkout: string,
  { name, folder, home, part }: ActionFolder,
): readonly ReleaseFile[] {
  const { runs } = parse(readFileSync(join(checkout, folder, "action.yml"), "utf8"));
  const refuse = (code: string, message: string, fix: string): never => {
    throw new CodedError(code, message, { fix, place: folder });
  };
  if (!existsSync(join(checkout, home, "README.md"))) {
    refuse("release/incomplete-action", "an action needs a README.md", "Write one.");
  }
  if (!existsSync(join(checkout, folder, String(runs?.main)))) {
    refuse("release/not-built", `${runs?.main} is not there`, "Run `npm run build` first.");
  }
  const own = part === null ? ["README.md", ...filesBelow(join(checkout, folder), "dist")] : [];
  return ["action.yml", ...own].map((path) =>
    fileAt(checkout, `${folder}/${path}`, `${name}/${path}`),
  );
}

function filesBelow(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, below);
    if (entry.isFile()) return [below];
    throw new CodedError("release/odd-file", "a release holds plain files only", {
      fix: "Build again.",
      place: join(folder, below),
    });
  });
}

function callableWorkflows(checkout: string): readonly string[] {
  const folder = ".github/workflows";
  if (!existsSync(join(checkout, folder))) return [];
  return readdirSync(join(checkout, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => isCallable(parse(readFileSync(join(checkout, path), "utf8"))?.on));
}

function isCallable(on: unknown): boolean {
  if (typeof on !== "object" || on === null) return on === "workflow_call";
  return Array.isArray(on) ? on.includes("workflow_call") : "workflow_call" in on;
}

function fileAt(checkout: string, from: string, path: string): ReleaseFile {
  return { path, content: readFileSync(join(checkout, from)) };
}
