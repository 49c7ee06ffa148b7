import { beforeAll, describe, expect, test } from "vitest";
import { changedRepository, type JsonRun, reviewJson } from "../../support/review-scenario.ts";

const bidi = String.fromCodePoint(0x202e);
const token = ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join("");

const before = {
  "src/pay.ts": "export function pay(amount: number) {\n  return amount;\n}\n",
  "src/pay.test.ts": 'test("pays", () => {\n  expect(pay(1)).toBe(1);\n});\n',
  "package.json": '{ "name": "shop", "dependencies": { "ky": "1.0.0" } }\n',
  "package-lock.json": '{ "name": "shop", "lockfileVersion": 3, "packages": {} }\n',
  "db/migrations/001_init.sql": "CREATE TABLE orders (id bigint);\n",
};
const after = {
  "src/pay.ts": "export function pay(amount: number) {\n  debugger;\n  return amount * 2;\n}\n",
  "src/pay.test.ts": 'test.only("pays", () => {\n  expect(pay(1)).toBe(1);\n});\n',
  "src/admin.ts": `export const isAdmin = "user${bidi} // only admins";\n`,
  "src/client.ts": `export const client = connect("${token}");\n`,
  "src/table.ts": `export const table = [\n${"  1,\n".repeat(6000)}];\n`,
  "package.json": '{ "name": "shop", "dependencies": { "ky": "1.0.0", "got": "14.0.0" } }\n',
  "db/migrations/002_drop.sql": "DROP TABLE orders;\n",
  ".github/workflows/greet.yml": `on: issues
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.issue.title }}"
`,
};

let run: JsonRun;
beforeAll(async () => {
  using repository = changedRepository(before, after);
  run = await reviewJson(repository.top);
});

test("grave findings give exit code 1", () => {
  expect(run.code).toBe(1);
  expect(run.stderr).toBe("");
  expect(run.report.outcome).toBe("findings");
});

describe("every built-in reviewer speaks, on the line it is about", () => {
  test.each([
    ["dependencies/manifest-without-lockfile", "package.json", 1],
    ["hidden-text/bidi", "src/admin.ts", 1],
    ["leftovers/debugger", "src/pay.ts", 2],
    ["migrations/drop-data", "db/migrations/002_drop.sql", 1],
    ["secrets/github", "src/client.ts", 1],
    ["size/large-file", "src/table.ts", null],
    ["tests/focused-test", "src/pay.test.ts", 1],
    ["workflows/script-injection", ".github/workflows/greet.yml", 7],
  ])("%s", (rule, path, startLine) => {
    const found = run.report.findings.filter((one) => one.rule === rule);
    expect(found).toMatchObject([{ path, startLine, standing: expect.not.stringMatching("disp") }]);
    expect(run.report.rules.find(({ id }) => id === rule)).toMatchObject({
      why: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    });
  });

  test("and no agent failed or was corrected", () => {
    for (const agent of run.report.agents) {
      expect(agent).toMatchObject({ status: "ok", error: null, corrections: [] });
    }
  });
});

test("findings come worst first", () => {
  const order = ["critical", "high", "medium", "low", "info"];
  const ranks = run.report.findings.map(({ severity }) => order.indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});
