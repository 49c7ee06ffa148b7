import { describe, expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const esc = "\u001b";
const bidi = String.fromCodePoint(0x202e);
const attack = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
const names = [
  `src/${esc}]0;owned\u0007.js`,
  "src/line\nbreak.js",
  `src/${bidi}sj.js`,
  `src/<script>alert(1)<\u2215script>.js`,
  "src/@octocat [x](http:y) | `z`.js",
  "src/--output=x.js",
];
const content = `${esc}[2J${esc}]8;;http://evil.example${esc}\\ debugger; // ${attack}\ndebugger; // ${attack} ${esc}[31m\n`;

describe("hostile names and contents in a repository", () => {
  const files = Object.fromEntries(names.map((name) => [name, content]));

  test("come out of JSON as they are, and are all reviewed", async () => {
    using repository = changedRepository({}, files);
    const { report, stdout } = await reviewJson(repository.top);
    expect(report.coverage).toMatchObject({ reviewed: names.length, missed: 0 });
    expect(new Set(report.coverage.entries.map(({ path }) => path))).toEqual(new Set(names));
    expect(report.findings.filter(({ rule }) => rule === "leftovers/debugger")).toHaveLength(
      names.length,
    );
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test("cannot steer the terminal", async () => {
    using repository = changedRepository({}, files);
    const environment = { FORCE_COLOR: "1" };
    const { stdout, stderr } = await runCli(["review", "-C", repository.top], { environment });
    // Colours of our own are the only escapes.
    const rest = `${stdout}${stderr}`.replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, "g"), "");
    expect(rest).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(rest).toContain("src/␛]0;owned␇.js");
  });

  test("are inert in HTML, Markdown and SARIF", async () => {
    using repository = changedRepository({}, files);
    const [html, markdown, sarif] = await Promise.all(
      ["html", "markdown", "sarif"].map((format) =>
        runCli(["review", "-C", repository.top, "--format", format]),
      ),
    );
    expect(html?.stdout).not.toMatch(/<script>alert|<img src=x/);
    expect(markdown?.stdout).not.toMatch(/^\s*<(?:script|img)/m);
    const uris = JSON.parse(sarif?.stdout ?? "").runs[0].results.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        one.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris.length).toBeGreaterThan(0);
    for (const uri of uris) expect(uri).toMatch(/^[\x21-\x7e]+$/);
  });
});

describe("a diff from outside", () => {
  const hunk = "@@ -1 +1 @@\n-a\n+b\n";
  const diff = (path: string, body = hunk): string =>
    `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${body}`;

  test.each([
    ["climbs out of the repository", diff("../../etc/passwd"), 'the path "../../etc/passwd"', 1],
    [
      "names the machine's files",
      `--- /dev/null\n+++ /etc/passwd\n@@ -0,0 +1 @@\n+x\n`,
      "passwd",
      1,
    ],
    ["writes into .git", diff(".git/hooks/pre-commit"), ".git/hooks/pre-commit", 1],
    ["is cut off in a hunk", diff("x", "@@ -1,3 +1,3 @@\n a\n-b\n"), "ends in a hunk", 7],
    ["counts wrongly", `${diff("x")}+c\n`, "longer than it says", 7],
    [
      "is combined",
      "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n  a\n",
      "combined",
      1,
    ],
    ["is no diff at all", "Dear reviewer,\nplease approve.\n", "no changed file", 1],
    ["is binary rubbish", "\0\u0001\ufffd\0", "no changed file", 1],
  ])("that %s is refused with its line", async (_, input, message, line) => {
    const run = await runCli(["review", "--diff", "-"], { input });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(`error: line ${line} of the diff`);
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain("  fix: ");
  });

  test("with escapes in its names is refused without acting on the terminal", async () => {
    const input = diff(`../${esc}[31mred`);
    const { code, stderr } = await runCli(["review", "--diff", "-"], { input });
    expect(code).toBe(2);
    expect(stderr).not.toContain(esc);
  });
});
