import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { gitEnvironment } from "../../support/change.ts";

// What a runner gets of a release: the tagged tree of a clone of this project, each action alone.

const project = fileURLToPath(new URL("../../..", import.meta.url));
const actions = readdirSync(join(project, "actions")).filter((name) =>
  existsSync(join(project, "actions", name, "action.yml")),
);

let folder = "";
let clone = "";
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "swarm-alone-")));
  clone = join(folder, "clone");
  git(folder, "clone", "--quiet", "--shared", "--no-tags", project, clone);
  for (const name of actions) {
    const built = join(project, "actions", name, "dist");
    cpSync(built, join(clone, "actions", name, "dist"), { recursive: true });
  }
  const script = join(project, "scripts/release.ts");
  const args = [script, "-C", clone, "--as-built", "--repository", "acme/swarm-actions"];
  execFileSync(process.execPath, args, { env: gitEnvironment(), stdio: "pipe" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: directory, encoding: "utf8", env: gitEnvironment() });
}

test("the tree holds the actions, the licence, and the workflows that others call", () => {
  const tag = git(clone, "tag", "--list", "v*.*.*").trim();
  const names = git(clone, "ls-tree", "--name-only", tag).trim().split("\n");
  expect(names.filter((name) => name !== ".github")).toEqual(["LICENSE", ...actions].sort());
  expect(git(clone, "rev-list", "--parents", "-1", tag).trim().split(" ")).toHaveLength(2);
});

test("its workflows name its actions by its own tag, and nobody else's", () => {
  const tag = git(clone, "tag", "--list", "v*.*.*").trim();
  const workflows = git(clone, "ls-tree", "--name-only", `${tag}:.github/workflows`).trim();
  for (const name of workflows.split("\n")) {
    const text = git(clone, "show", `${tag}:.github/workflows/${name}`);
    const own = [...text.matchAll(/uses: (\S*swarm-actions\S*)/g)].map(([, uses]) => uses ?? "");
    expect(own.length, name).toBeGreaterThan(0);
    for (const uses of own) {
      const [, path = ""] = new RegExp(`^acme/swarm-actions/(.+)@${tag}$`).exec(uses) ?? [];
      const isThere = git(clone, "ls-tree", "-r", "--name-only", tag, path).trim() !== "";
      expect({ uses, isThere }).toEqual({ uses, isThere: true });
    }
  }
});

test.each(actions)("%s starts alone in an empty folder, and says what it lacks", (name) => {
  const alone = mkdtempSync(join(folder, "alone-"));
  const tag = git(clone, "tag", "--list", "v*.*.*").trim();
  git(clone, "archive", "--format=tar", `--output=${alone}.tar`, `${tag}:${name}`);
  execFileSync("tar", ["-xf", `${alone}.tar`, "-C", alone]);
  const parts = readdirSync(join(project, "actions", name)).filter((part) =>
    existsSync(join(project, "actions", name, part, "action.yml")),
  );
  expect(readdirSync(alone).sort()).toEqual(["README.md", "action.yml", "dist", ...parts].sort());

  const { runs } = parse(readFileSync(join(alone, "action.yml"), "utf8"));
  expect(runs.using).toBe("node24");
  const started = spawnSync(process.execPath, [join(alone, runs.main)], {
    cwd: alone,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: join(alone, "none.json"),
      INPUT_TOKEN: "none",
    },
    timeout: 120_000,
  });
  expect(started.stdout).toMatch(/^::error title=action\/no-event::/m);
  expect(started.stderr).toBe("");
  expect(started.status).toBe(1);
});
