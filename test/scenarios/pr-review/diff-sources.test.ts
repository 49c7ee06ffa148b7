import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ActionScenario, startActionScenario } from "../../support/action-scenario.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};

function places(scenario: ActionScenario): string[] {
  return scenario.threads().map(({ path, line }) => `${path}:${line}`);
}

describe("the same is found", () => {
  test.each([
    ["full", "the checkout", ""],
    ["merge", "the checkout", ""],
    ["base", "the checkout", "The checkout is not of the head"],
    ["shallow", "GitHub's diff", "It is shallow"],
    ["none", "GitHub's diff", "There is no usable checkout"],
  ] as const)("with a checkout that is %s: from %s", async (checkout, from, note) => {
    await using scenario = await startActionScenario({ base, change });
    const run = await scenario.run({ checkout });
    expect(run.exitCode, run.log).toBe(0);
    expect(places(scenario)).toEqual(["src/total.js:2"]);
    expect(run.summary).toContain(`| Change read from | ${from}`);
    expect(run.summary.replaceAll("`", "")).toContain(note);
    const notices = run.annotations.filter(({ title }) => title === "Change");
    expect(notices.length > 0).toBe(note !== "");
    if (checkout === "shallow") expect(notices[0]?.message).toContain("give it `fetch-depth: 0`");
    expect(run.outputs.get("outcome")).toBe("findings");
    expect(run.requests.git).toEqual([]);
    expect(run.requests.reads.length).toBeLessThanOrEqual(3);
    expect(run.requests.writes).toHaveLength(3);
  });
});

test("a checkout of the merge is of no harm when the base went on", async () => {
  await using scenario = await startActionScenario({ base, change });
  await scenario.pushBase({ "src/mean.js": "debugger;\n" });
  const run = await scenario.run({ checkout: "merge" });
  expect(run.exitCode, run.log).toBe(0);
  expect(places(scenario)).toEqual(["src/total.js:2"]);
});

test("what GitHub's diff leaves out of a private repository is fetched with git, and the token stays unseen", async () => {
  const files = Array.from({ length: 301 }, (_, at) => [`src/${at}.js`, "debugger;\n"]);
  await using scenario = await startActionScenario({
    base,
    change: Object.fromEntries(files),
    private: true,
  });
  using git = watchedGit();
  const run = await scenario.run({ checkout: "none", environment: git.environment });
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.get("outcome")).toBe("findings");
  expect(run.outputs.get("findings")).toBe("301");
  expect(run.summary).toContain("| Change read from | GitHub, with git |");
  expect(run.requests.git.length).toBeGreaterThan(0);
  expect(run.requests.git.map(({ status }) => status)).toEqual(run.requests.git.map(() => 200));
  for (const { requestHeaders } of run.requests.git) {
    expect(requestHeaders.authorization).toMatch(/^basic /i);
  }
  const seen = git.seen();
  expect(seen).toContain("fetch");
  for (const secret of run.masked) {
    const sent = Buffer.from(`x-access-token:${secret}`).toString("base64");
    for (const text of [seen, run.log, run.summary, JSON.stringify([...run.outputs])]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(sent);
    }
  }
});

/** A `git` that notes down what it is called with, which every program of the machine could see. */
function watchedGit() {
  const folder = mkdtempSync(join(tmpdir(), "swarm-git-"));
  const file = join(folder, "seen");
  const path = process.env.PATH ?? "";
  writeFileSync(file, "");
  const script = `#!/bin/sh\nprintf '%s\\n' "$*" >> '${file}'\nPATH='${path}' exec git "$@"\n`;
  writeFileSync(join(folder, "git"), script);
  chmodSync(join(folder, "git"), 0o755);
  return {
    environment: { PATH: `${folder}:${path}` },
    seen: () => readFileSync(file, "utf8"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
