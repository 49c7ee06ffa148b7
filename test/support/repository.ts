import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Files, gitEnvironment } from "./change.ts";

/** A real git repository in a temporary folder that goes away with the test. */
export interface TestRepository extends Disposable {
  readonly top: string;
  /** Runs git there and answers with what it printed, without the line end. */
  git(...args: string[]): string;
  /** Writes files; null deletes one. */
  write(files: Readonly<Record<string, Files[string] | null>>): void;
  /** Writes files and commits everything; answers with the commit's id. */
  commit(message: string, files?: Readonly<Record<string, Files[string] | null>>): string;
}

export function createRepository(): TestRepository {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "swarm-repository-")));
  const repository: TestRepository = {
    top,
    git: (...args) =>
      execFileSync("git", args, {
        cwd: top,
        encoding: "utf8",
        env: gitEnvironment(),
        maxBuffer: 1 << 28,
      }).trimEnd(),
    write(files) {
      for (const [path, content] of Object.entries(files)) put(join(top, path), content);
    },
    commit(message, files = {}) {
      repository.write(files);
      repository.git("add", "--all", "--force", ".");
      repository.git("commit", "-q", "--allow-empty", "-m", message);
      return repository.git("rev-parse", "HEAD");
    },
    [Symbol.dispose]: () => rmSync(top, { recursive: true, force: true }),
  };
  repository.git("init", "-q", "--initial-branch=main");
  return repository;
}

function put(path: string, content: Files[string] | null): void {
  if (content === null) rmSync(path, { force: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
