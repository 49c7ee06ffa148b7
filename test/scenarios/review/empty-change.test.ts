import { expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

test("an empty change is clean, and says that there was nothing to review", async () => {
  using repository = changedRepository({}, {});
  const { code, report } = await reviewJson(repository.top);
  expect(code).toBe(0);
  expect(report).toMatchObject({
    outcome: "clean",
    reasons: [{ code: "nothing-to-review" }],
    coverage: { reviewed: 0, missed: 0, entries: [] },
  });
  expect(report.agents.map(({ status }) => status)).not.toContain("ok");
});

test("so is a change of nothing but modes and names", async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `export const v${at} = ${at};\n`).join("");
  using repository = changedRepository({ "a.ts": lines, "b.sh": "true\n" }, {});
  repository.git("mv", "a.ts", "c.ts");
  repository.git("update-index", "--chmod=+x", "b.sh");
  const { code, report } = await reviewJson(repository.top, ["--staged"]);
  expect(code).toBe(0);
  expect(report.outcome).toBe("clean");
  expect(report.change.files).toBe(2);
});

test("an empty diff on standard input is an empty change too", async () => {
  const run = await runCli(["review", "--diff", "-"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("The change is empty: there was nothing to review.");
});
