import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRepository, type TestRepository } from "../../support/repository.ts";
import { builtCli, type CliRun, runCli } from "../../support/run-cli.ts";

/** A repository of acme's, as a clone knows it. */
function clone(address = "git@github.com:acme/shop.git"): TestRepository {
  const repository = createRepository();
  repository.commit("Begin", { "README.md": "# Shop\n" });
  repository.git("remote", "add", "origin", address);
  return repository;
}

function init({ top }: TestRepository, ...args: string[]): Promise<CliRun> {
  return runCli(["init", "-C", top, ...args]);
}

function read({ top }: TestRepository, path: string): string {
  return readFileSync(join(top, ".github", path), "utf8");
}

test("where nobody can be asked, the difference is shown and nothing is written", async () => {
  using repository = clone();
  const run = await init(repository);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("nothing was written");
  expect(run.stderr).toContain("--yes");
  expect(run.stdout).toContain(".github/workflows/pr-review.yml (new file)\n@@ -0,0 +1,");
  expect(run.stdout).toContain("\n+      - uses: acme/swarm-actions/pr-review@v1\n");
  expect(run.stdout).toContain("\n.github/swarm.yml (new file)\n");
  expect(repository.git("status", "--porcelain")).toBe("");
});

test("with --yes the workflow and the settings are written, and both are sound", async () => {
  using repository = clone();
  const run = await init(repository, "--yes");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain(
    "Wrote .github/workflows/pr-review.yml, .github/swarm.yml and .github/swarm.schema.json.",
  );
  const workflow = read(repository, "workflows/pr-review.yml");
  expect(workflow).toContain("branches: [main]\n");
  expect(workflow).toContain("uses: acme/swarm-actions/pr-review@v1\n");
  expect(workflow).not.toMatch(/\$default-branch|org\/swarm-actions/);
  const check = await runCli(["config", "check", "-C", repository.top]);
  expect(check).toMatchObject({ code: 0, stdout: ".github/swarm.yml is sound.\n" });

  const again = await init(repository, "--yes");
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toBe("Nothing to do: everything is as it would be written.\n");
});

test("what was changed by hand is shown before it is overwritten", async () => {
  using repository = clone();
  await init(repository, "--yes");
  const original = read(repository, "workflows/pr-review.yml");
  const mine = original.replace("timeout-minutes: 20", "timeout-minutes: 5");
  repository.write({ ".github/workflows/pr-review.yml": mine });

  const shown = await init(repository);
  expect(shown.code).toBe(2);
  expect(shown.stdout).toContain(".github/workflows/pr-review.yml (changed)\n");
  expect(shown.stdout).toContain("\n-    timeout-minutes: 5\n+    timeout-minutes: 20\n");
  expect(read(repository, "workflows/pr-review.yml")).toBe(mine);

  const written = await init(repository, "--yes");
  expect(written.stdout).toContain("-    timeout-minutes: 5\n");
  expect(read(repository, "workflows/pr-review.yml")).toBe(original);
});

test.each(["swarm.yml", "swarm.yaml"])("settings in %s stay as they are", async (name) => {
  using repository = clone();
  const settings = "review: { fail-on: never }\n";
  repository.write({ [`.github/${name}`]: settings });
  const run = await init(repository, "--yes");
  expect(run.stdout).toContain("Wrote .github/workflows/pr-review.yml. ");
  expect(read(repository, name)).toBe(settings);
  expect(readdirSync(join(repository.top, ".github")).sort()).toEqual([name, "workflows"]);
});

test("--dry-run shows and writes nothing, even with --yes", async () => {
  using repository = clone();
  const run = await init(repository, "--dry-run", "--yes");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/\nNothing was written: this is a dry run\.\n$/);
  expect(repository.git("status", "--porcelain")).toBe("");
});

test("pr-review-forks writes both of its halves, and the second waits for the first", async () => {
  using repository = clone();
  await init(
    repository,
    "--template",
    "pr-review-forks",
    "--org",
    "tools",
    "--ref",
    "v1.2.3",
    "--yes",
  );
  expect(readdirSync(join(repository.top, ".github/workflows")).sort()).toEqual([
    "pr-review-forks-analyze.yml",
    "pr-review-forks-publish.yml",
  ]);
  const name = /^name: (.+)$/m.exec(read(repository, "workflows/pr-review-forks-analyze.yml"))?.[1];
  const publish = read(repository, "workflows/pr-review-forks-publish.yml");
  expect(publish).toContain(`workflows: [${name}]`);
  expect(publish.match(/uses: .*/g)).toEqual([
    "uses: tools/swarm-actions/pr-review@v1.2.3",
    "uses: tools/swarm-actions/pr-review@v1.2.3",
  ]);
});

test.each([
  ["pr-review-swarm", ["swarm.schema.json", "swarm.yml", "workflows"]],
  ["security-scan", ["swarm.schema.json", "swarm.yml", "workflows"]],
  ["swarm", ["workflows"]],
  ["test-swarm", ["workflows"]],
])(
  "%s is written with the settings that it needs, and calls what is released",
  async (name, files) => {
    using repository = clone();
    const run = await init(repository, "--template", name, "--ref", "v1.2.3", "--yes");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(join(repository.top, ".github")).sort()).toEqual(files);
    const workflow = read(repository, `workflows/${name}.yml`);
    expect(workflow).toMatch(
      /uses: acme\/swarm-actions\/\.github\/workflows\/swarm[a-z-]*\.yml@v1\.2\.3\n/,
    );
    expect(workflow).not.toMatch(
      /\$default-branch|\$cron|org\/swarm-actions|swarm-actions\/\S+@v1\n/,
    );
  },
);

test.each([
  ["https://github.com/acme/shop.git", "acme"],
  ["https://github.com/acme/shop", "acme"],
  ["ssh://git@github.example.com:2222/acme/shop.git", "acme"],
  ["git@github.example.com:acme/shop.git", "acme"],
])("the organisation is read from %s", async (address, owner) => {
  using repository = clone(address);
  const run = await init(repository, "--dry-run");
  expect(run.stdout).toContain(`uses: ${owner}/swarm-actions/pr-review@v1\n`);
});

test.each([
  [["--org", "no/such"], 'not "no/such"'],
  [["--org", "a\u001b[2J"], 'not "a␛[2J"'],
  [["--ref", "v1 # x"], '"v1 # x" cannot be a tag'],
  [["--template", "other"], "pr-review-forks"],
])("%j is refused", async (args, words) => {
  using repository = clone();
  const run = await init(repository, ...args, "--yes");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(words);
  expect(repository.git("status", "--porcelain")).toBe("");
});

test("without a remote the organisation must be said", async () => {
  using repository = createRepository();
  const run = await init(repository, "--yes");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("--org NAME");
});

test.each([
  ["trunk", "branches: [trunk]"],
  ["on", 'branches: ["on"]'],
  ["release+1", 'branches: ["release\\\\+1"]'],
  ["#1", 'branches: ["#1"]'],
])("the default branch %s is named so that GitHub means it alone", async (name, line) => {
  using repository = clone();
  repository.git("update-ref", `refs/remotes/origin/${name}`, "HEAD");
  repository.git("symbolic-ref", "refs/remotes/origin/HEAD", `refs/remotes/origin/${name}`);
  expect((await init(repository, "--dry-run")).stdout).toContain(`+    ${line}\n`);
});

test("nothing is written through a link out of the repository", async () => {
  using repository = clone();
  using elsewhere = createRepository();
  symlinkSync(elsewhere.top, join(repository.top, ".github"));
  const run = await init(repository, "--yes");
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("at .github\n");
  expect(readdirSync(elsewhere.top)).toEqual([".git"]);
});

test("escapes in a file that is there do not reach the terminal", async () => {
  using repository = clone();
  repository.write({ ".github/workflows/pr-review.yml": "name: \u001b]0;gotcha\u0007\n" });
  const run = await init(repository, "--dry-run");
  expect(run.stdout).toContain("-name: ␛]0;gotcha␇\n");
});

test("outside of a repository it says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-init-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = await runCli(["init", "-C", folder, "--yes"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("not in a git repository");
});

test("the built program brings the templates along", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-init-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(dirname(builtCli), join(folder, "dist"), { recursive: true });
  using repository = clone();
  const program = join(folder, "dist/index.js");
  const run = await runCli(["init", "-C", repository.top, "--yes"], { program });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const halves = await runCli(
    ["init", "-C", repository.top, "--template", "pr-review-forks", "--yes"],
    { program },
  );
  expect(halves).toMatchObject({ code: 0, stderr: "" });
});
