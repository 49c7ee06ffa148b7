import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { createSample } from "../../../scripts/sample/create-sample.ts";
import { top } from "../../../scripts/top.ts";
import { startProgram } from "../../support/start-program.ts";

// What `npm start` tells: the built action on a local GitHub, from a pull request's opening to its end.
const pages = ["report.html", "pull-request-reviewed.html", "pull-request.html"].map((name) =>
  join(top, ".build", name),
);
let chapters: string[];
let code: number | null;
let left: readonly string[];

beforeAll(async () => {
  for (const page of pages) rmSync(page, { force: true });
  await using program = startProgram();
  code = await program.ended;
  chapters = program.text().split("\n\n");
  left = [...program.leftovers(), ...program.survivors()];
});

function chapter(begin: string): string {
  const at = chapters.findIndex((text) => text.startsWith(begin));
  if (at < 0) throw new Error(`no chapter begins "${begin}" in:\n${chapters.join("\n\n")}`);
  return chapters[at] ?? "";
}

test("it ends well, and leaves no process and no temporary file", () => {
  expect(code, chapters.join("\n\n")).toBe(0);
  expect(left).toEqual([]);
});

test("a pull request is opened on a GitHub of this machine", () => {
  expect(chapters[0]).toMatch(/^A local GitHub listens on http:\/\/127\.0\.0\.1:\d+;/);
  expect(chapter("Ada opens pull request #1")).toContain("7 files changed, 61 insertions(+)");
});

test("it gets one review, one summary and one check, in five requests", () => {
  const facts = chapter("pr-review reviews it");
  expect(facts).toMatch(/review +1, with 15 comments on lines/);
  expect(facts).toMatch(/summary +1: 15 findings \(4 high, 8 medium, 3 low\)/);
  expect(facts).toMatch(/check +1: failure/);
  expect(facts).toMatch(/cost +5 requests to GitHub’s API, \d+\.\d s/);
});

test("after a fix only what it changed is looked at, and threads are resolved", () => {
  const facts = chapter("pr-review reviews the push");
  expect(facts).toMatch(/looked at 4 of 8 parts of the change/);
  expect(facts).toMatch(/threads +10 resolved, 5 still open/);
  expect(facts).toMatch(/review +still 1/);
  expect(facts).toMatch(/summary +the same, updated: 5 findings \(4 medium, 1 low\)/);
  expect(facts).toMatch(/check +1: success/);
});

test("a maintainer is answered, and what is ignored does not count", () => {
  expect(chapters.join("\n\n")).toMatch(/"\/swarm explain \w+"\n +reaction +\+1\n +reply +1\n/);
  const facts = chapter('Grace, a maintainer, comments "/swarm ignore');
  expect(facts).toMatch(/does not count any more\.\n +summary +4 findings \(3 medium, 1 low\)/);
});

test("it ends with the pages that it made", () => {
  const [, ...lines] = chapter("All of it is stopped").trim().split("\n");
  expect(lines.map((line) => line.slice(line.indexOf(join(top, ".build"))))).toEqual(pages);
  const [report = "", reviewed = "", last = ""] = pages.map((page) => readFileSync(page, "utf8"));
  expect(report).toContain("A SendGrid API key on an added line");
  expect(reviewed).toContain("A local sandbox’s rendering, not GitHub");
  expect(reviewed.match(/class="thread"/g)).toHaveLength(15);
  expect(last.match(/class="thread resolved"/g)?.length).toBeGreaterThanOrEqual(10);
  expect(last).toContain("/swarm ignore");
});

test("with --repo it reviews somebody's own repository, and starts no GitHub", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-own-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
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
