import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "swarm-cache-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("compiled code is kept in the user's cache folder", async () => {
  await runCli(["--version"], { environment: { XDG_CACHE_HOME: join(folder, "kept") } });
  expect(readdirSync(join(folder, "kept", "swarm-actions"))).not.toEqual([]);
});

test("nothing is kept in CI", async () => {
  await runCli(["--version"], { environment: { XDG_CACHE_HOME: join(folder, "ci"), CI: "true" } });
  expect(existsSync(join(folder, "ci"))).toBe(false);
});

const file = join(folder, "file");
writeFileSync(file, "");

test.each([
  ["a file", file],
  ["a folder below a file", join(file, "cache")],
  ["a folder that nobody can make", "/proc/swarm-actions/cache"],
  ["a folder in a folder that takes none", "/proc"],
])("the CLI works all the same where the cache folder is %s", async (_, cache) => {
  const run = await runCli(["--version"], { environment: { XDG_CACHE_HOME: cache } });
  expect(run).toMatchObject({ code: 0, stderr: "" });
});
