import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { builtCli, runCli } from "../../support/run-cli.ts";

const after = { "a.js": "debugger;\n" };

test("--output and --html write whole files, make their folders, and say so", async () => {
  using repository = changedRepository({ ".gitignore": "out\n" }, after);
  const args = [
    "--format",
    "json",
    "--output",
    "out/deep/review.json",
    "--html",
    "out/review.html",
  ];
  const run = await runCli(["review", "-C", repository.top, ...args]);
  expect(run).toMatchObject({ code: 0, stdout: "" });
  expect(run.stderr).toMatch(/^Wrote .*out\/review\.html$/m);
  expect(run.stderr).toMatch(/^Wrote .*out\/deep\/review\.json$/m);
  const report = JSON.parse(readFileSync(join(repository.top, "out/deep/review.json"), "utf8"));
  expect(report.findings).toMatchObject([{ rule: "leftovers/debugger" }]);
  const html = readFileSync(join(repository.top, "out/review.html"), "utf8");
  expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
  expect(readdirSync(join(repository.top, "out"))).toEqual(["deep", "review.html"]);
});

test("a file that cannot be written keeps its content, and nothing is left beside it", async () => {
  using repository = changedRepository({ ".gitignore": "out\n" }, after);
  const folder = join(repository.top, "out");
  mkdirSync(join(folder, "taken"), { recursive: true });
  writeFileSync(join(folder, "taken/file"), "mine\n");
  const run = await runCli(["review", "-C", repository.top, "--output", "out/taken"]);
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/^error: --output: /);
  expect(run.stderr).toContain("fix: Pass a path that can be written to --output.");
  expect(readdirSync(folder)).toEqual(["taken"]);
  expect(readFileSync(join(folder, "taken/file"), "utf8")).toBe("mine\n");
});

test.runIf(existsSync("/dev/full"))("a full disk is an error, never a finding", async () => {
  using repository = changedRepository({}, after);
  const command = `exec "$0" "$1" review -C "$2" > /dev/full`;
  const args = ["-c", command, process.execPath, builtCli, repository.top];
  const { status, stderr } = spawnSync("bash", args, { encoding: "utf8", timeout: 120_000 });
  expect(stderr).toMatch(/^error: cannot write to standard output: .*ENOSPC.*\n$/);
  expect(status).toBe(2);
});

test("a reader that goes away early is no failure", async () => {
  const files = Array.from({ length: 300 }, (_, at) => [`f${at}.js`, "debugger;\n"] as const);
  using repository = changedRepository({}, Object.fromEntries(files));
  const command = `"$0" "$1" review --format json | head -n 1; echo "code \${PIPESTATUS[0]}"`;
  const child = spawn("bash", ["-c", command, process.execPath, builtCli], {
    cwd: repository.top,
    env: { PATH: process.env.PATH, HOME: repository.top },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (said.stdout += chunk));
  child.stderr.on("data", (chunk) => (said.stderr += chunk));
  await new Promise((resolve) => child.on("close", resolve));
  expect(said).toEqual({ stdout: "{\ncode 0\n", stderr: "" });
});

test("colour is for terminals, and NO_COLOR overrules FORCE_COLOR", async () => {
  using repository = changedRepository({}, after);
  const review = async (environment: Record<string, string>): Promise<string> =>
    (await runCli(["review", "-C", repository.top], { environment })).stdout;
  const [plain, forced, refused, off] = await Promise.all([
    review({}),
    review({ FORCE_COLOR: "1" }),
    review({ FORCE_COLOR: "1", NO_COLOR: "1" }),
    review({ FORCE_COLOR: "0" }),
  ]);
  expect(forced).toContain("\u001b[");
  for (const text of [plain, refused, off]) expect(text).not.toContain("\u001b");
  const escapes = new RegExp(`${"\u001b"}\\[[0-9;]*m`, "g");
  const timeless = (text: string): string => text.replaceAll(/\d+ ms/g, "");
  expect(timeless(forced.replaceAll(escapes, ""))).toBe(timeless(plain));
});

test("two runs give the same bytes but for their times", async () => {
  const parts = ["x.js", "b/y.py", "c/z.ts"].map(
    (path) => [path, "debugger;\nprint(1)\n"] as const,
  );
  using repository = changedRepository({}, { ...after, ...Object.fromEntries(parts) });
  const [first, second] = [await reviewJson(repository.top), await reviewJson(repository.top)];
  const timeless = (json: string): string =>
    json.replaceAll(/"(?:durationMs|startedAt)": [^\n]*\n/g, "");
  expect(timeless(first.stdout)).toBe(timeless(second.stdout));
  expect(first.report.findings.length).toBeGreaterThan(1);
});
