import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSample } from "../../../scripts/sample/create-sample.ts";
import { top } from "../../../scripts/top.ts";
import { startProgram } from "../../support/start-program.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-own-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("with --repo it reviews somebody's own repository, and starts no GitHub", async () => {
  const { repository, base } = createSample(folder);
  await using program = startProgram("--repo", repository, "--base", base);
  expect(await program.ended, program.text()).toBe(0);
  const text = program.text();
  expect(text).toContain(`Reviewing ${repository}.`);
  expect(text).toContain("A SendGrid API key on an added line");
  expect(text.trimEnd().split("\n").at(-1)).toBe(join(top, ".build/report.html"));
  expect(text).not.toContain("local GitHub");
});

test("a base without a repository is refused with the fix", async () => {
  await using program = startProgram("--base", "main");
  expect(await program.ended).toBe(2);
  expect(program.text()).toContain("pass --repo DIR too");
});
