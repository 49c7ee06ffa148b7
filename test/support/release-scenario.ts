import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./change.ts";
import { gitEnvironment } from "./change.ts";
import { createRepository, type TestRepository } from "./repository.ts";

const script = fileURLToPath(new URL("../../scripts/release.ts", import.meta.url));

/** How a run of the release script ended, and all that it said. */
export interface ReleaseRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const manifest = (version: string): string => JSON.stringify({ name: "shop", version });
const action = "name: A\ndescription: A\nruns:\n  using: node24\n  main: dist/index.js\n";
const callable = "on:\n  workflow_call:\njobs: {}\n";

/** A repository with one built action, as `main` holds one: `dist/` is there, and ignored. */
export function releasable(version = "1.2.3", files: Files = {}): TestRepository {
  const repository = createRepository();
  repository.write({
    ".gitignore": "dist/\n",
    LICENSE: "MIT\n",
    "package.json": manifest(version),
    "packages/cli/package.json": manifest(version),
    "actions/pr-review/action.yml": action,
    "actions/pr-review/README.md": "# A\n",
    "actions/pr-review/src/index.ts": "export {};\n",
    ".github/workflows/ci.yml": "on: push\njobs: {}\n",
    ".github/workflows/called.yml": callable,
    ...files,
  });
  repository.git("add", "--all");
  repository.git("commit", "-qm", "Begin");
  put(repository.top, "actions/pr-review/dist/index.js", "one();\r\n");
  put(repository.top, "actions/pr-review/dist/package.json", '{"type":"module"}\n');
  return repository;
}

/** States another version in a commit of its own. */
export function raise(repository: TestRepository, version: string): void {
  repository.write({
    "package.json": manifest(version),
    "packages/cli/package.json": manifest(version),
  });
  repository.git("commit", "-qam", `Raise the version to ${version}`);
}

/** Runs the release script on a repository, with the bundles that are there. */
export function release(repository: TestRepository, ...args: string[]): Promise<ReleaseRun> {
  const { promise, resolve } = Promise.withResolvers<ReleaseRun>();
  execFile(
    process.execPath,
    [script, "-C", repository.top, "--as-built", ...args],
    { env: gitEnvironment(), timeout: 120_000 },
    (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
  );
  return promise;
}

function put(top: string, path: string, content: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), content);
}
