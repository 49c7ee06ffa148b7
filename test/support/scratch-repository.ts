import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tree } from "./apply-diff.ts";
import { gitEnvironment } from "./change.ts";

/** A bare repository for a test: trees in, what git makes of them out. Gone at the end of its scope. */
export class ScratchRepository implements Disposable {
  readonly #top = mkdtempSync(join(tmpdir(), "swarm-scratch-"));

  constructor() {
    this.git(["init", "-q", "--bare", "."]);
  }

  [Symbol.dispose](): void {
    rmSync(this.#top, { recursive: true, force: true });
  }

  git(args: readonly string[], input = ""): string {
    const env = { ...gitEnvironment(), GIT_INDEX_FILE: join(this.#top, "scratch-index") };
    const stdio: ["pipe", "pipe", "pipe"] = ["pipe", "pipe", "pipe"];
    return execFileSync("git", args, { cwd: this.#top, encoding: "utf8", env, input, stdio });
  }

  /** Stores the trees as the branches t0, t1, … */
  store(...trees: readonly Tree[]): void {
    this.git(["fast-import", "--quiet", "--force"], trees.map(commitOf).join(""));
  }

  /** The id of the tree that `git apply` makes of a branch. */
  apply(branch: string, diff: string, options: readonly string[]): string {
    this.git(["read-tree", branch]);
    if (diff !== "") this.git(["apply", "--cached", "--whitespace=nowarn", ...options], diff);
    return this.git(["write-tree"]).trim();
  }
}

function commitOf(tree: Tree, index: number): string {
  const head = `commit refs/heads/t${index}\ncommitter Ada <ada@example.com> 0 +0000\ndata 0\n`;
  const files = [...tree].map(([path, { mode, content }]) => {
    const name = quotePath(path);
    if (mode === "160000") return `M 160000 ${content.trim().split(" ").at(-1)} ${name}\n`;
    return `M ${mode} inline ${name}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
  });
  return `${head}deleteall\n${files.join("")}\n`;
}

/** Quoted as git reads names, each odd byte in octal. */
function quotePath(path: string): string {
  const bytes = [...Buffer.from(path)].map((byte) =>
    byte < 0x20 || byte === 0x22 || byte === 0x5c || byte > 0x7e
      ? `\\${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  return `"${bytes.join("")}"`;
}
