import { expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const count = 3000;
const path = (at: number): string => `src/part${at % 60}/file${at}.js`;

test("a change of 3,000 files is reviewed whole, and what people get stays bounded", async () => {
  const files = Array.from({ length: count }, (_, at) => {
    const lines = Array.from({ length: 12 }, (_, line) => `export const v${line} = ${at};\n`);
    return [path(at), `${lines.join("")}debugger;\n`] as const;
  });
  using repository = changedRepository({}, Object.fromEntries(files));
  repository.git("add", "--all");
  repository.git("commit", "-qm", "Grow");

  const args = ["--head", "HEAD"];
  const { code, report } = await reviewJson(repository.top, args);
  expect(code).toBe(0);
  expect(report.outcome).toBe("findings");
  expect(report.coverage).toMatchObject({ reviewed: count, carried: 0, excluded: 0, missed: 0 });
  expect(report.findings.filter(({ rule }) => rule === "leftovers/debugger")).toHaveLength(count);
  expect(report.findings.map(({ rule }) => rule)).toContain("size/large-change");
  expect(report.commentPlan.inline.length).toBeLessThanOrEqual(30);

  const markdown = await runCli(["review", "-C", repository.top, "--format", "markdown", ...args]);
  expect(markdown.stdout.length).toBeLessThanOrEqual(65_536);
  expect(markdown.stdout).toContain(path(0));
});
