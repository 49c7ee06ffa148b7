import { expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const before = { "src/sum.ts": "export const sum = (a, b) => a + b;\n" };
const after = {
  "src/sum.ts": "export const sum = (a: number, b: number) => a + b;\n",
  "src/sum.test.ts": 'test("sums", () => {\n  expect(sum(1, 2)).toBe(3);\n});\n',
};

test("a change without faults is clean: full coverage, no finding, exit code 0", async () => {
  using repository = changedRepository(before, after);
  const run = await reviewJson(repository.top);
  expect(run.code).toBe(0);
  expect(run.stderr).toBe("");
  expect(run.report).toMatchObject({ version: 1, outcome: "clean", reasons: [], findings: [] });
  expect(run.report.change).toMatchObject({ files: 2, headSha: null });
  expect(run.report.coverage).toMatchObject({ reviewed: 2, carried: 0, excluded: 0, missed: 0 });
  expect(run.report.agents.map(({ name }) => name)).toContain("secrets");
});

test("people read that everything was reviewed, without colours where nobody watches", async () => {
  using repository = changedRepository(before, after);
  const run = await runCli(["review"], { cwd: repository.top });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("Clean: everything was reviewed and nothing was found.");
  expect(run.stdout).not.toContain("\u001b");
});

test("the repository is left as it was", async () => {
  using repository = changedRepository(before, after);
  const look = () => [
    repository.git("status", "--porcelain"),
    repository.git("count-objects", "-v"),
    repository.git("for-each-ref"),
  ];
  const first = look();
  await reviewJson(repository.top);
  expect(look()).toEqual(first);
});
