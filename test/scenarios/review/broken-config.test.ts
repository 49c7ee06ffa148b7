import { expect, test } from "vitest";
import { changedRepository } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const esc = "\u001b";

test.each([
  [
    "an unknown key",
    "review:\n  ingore: []\n",
    '2:3: unknown key "ingore" in review; did you mean "ignore"?',
  ],
  [
    "an unknown rule",
    "review:\n  rules:\n    secrets/githup: off\n",
    '3:21: review.rules.secrets/githup: no such rule; did you mean "secrets/github"?',
  ],
  [
    "an unknown reviewer",
    "built-in:\n  secerts: off\n",
    '2:3: unknown key "secerts" in built-in; did you mean "secrets"?',
  ],
  [
    "an unknown kind of agent",
    "agents:\n  lint:\n    type: comand\n",
    "3:11: agents.lint.type: type must be rules, sarif, rdjson, command, openai or anthropic",
  ],
  [
    "a wrong value",
    "review: { fail-on: hihg }\n",
    '1:20: review.fail-on: invalid option: expected one of "critical"',
  ],
  [
    "a broken pattern",
    "agents:\n  house:\n    type: rules\n    rules: [{ id: a, message: m, pattern: '(' }]\n",
    "rule `a`: Invalid regular expression",
  ],
  ["broken YAML", "review: [\n", "2:1: "],
  ["a list", "- review\n", "1:1: "],
  ["hostile text", `"\\e[31mred\\e]0;x\\a": 1\n`, '1:1: unknown key "␛[31mred␛]0;x␇"'],
])("%s is shown with file, line and column, and nothing is reviewed", async (_, yaml, message) => {
  using repository = changedRepository({ ".github/swarm.yml": yaml }, { "a.js": "debugger;\n" });
  const run = await runCli(["review", "-C", repository.top]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("error: .github/swarm.yml:");
  expect(run.stderr).toContain(message);
  expect(run.stderr).toMatch(/^ {2}at \.github\/swarm\.yml:\d+:\d+$/m);
  expect(run.stderr).toMatch(/^ {2}fix: \S/m);
  expect(run.stderr).not.toContain(esc);
});

test("every fault of a file is named at once, in its order", async () => {
  const yaml = "reviw: {}\nreview: { timeout: soon }\nagents:\n  Big: { type: sarif, file: a }\n";
  using repository = changedRepository({ ".github/swarm.yml": yaml }, {});
  const { stderr } = await runCli(["review", "-C", repository.top]);
  const places = [...stderr.matchAll(/swarm\.yml:(\d+:\d+): /g)].map(([, place]) => place);
  expect(places).toEqual(["1:1", "2:20", "4:3"]);
});

test("an agent of the command line that is not there is named with the nearest", async () => {
  using repository = changedRepository({}, {});
  const run = await runCli(["review", "-C", repository.top, "--agents", "size,secrts"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toBe(
    'error: there is no agent "secrts"\n  at --agents\n  fix: Write "secrets".\n',
  );
});

test("a file named with --config has to be there", async () => {
  using repository = changedRepository({}, {});
  const run = await runCli(["review", "-C", repository.top, "--config", "none.yml"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(`at ${repository.top}/none.yml`);
});
