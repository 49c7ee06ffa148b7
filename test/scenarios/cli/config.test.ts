import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, onTestFinished, test } from "vitest";
import { createRepository } from "../../support/repository.ts";
import { runCli } from "../../support/run-cli.ts";

test("init writes a configuration that check finds sound, and never overwrites one", async () => {
  using repository = createRepository();
  const at = ["-C", repository.top];
  const none = await runCli(["config", "check", ...at]);
  expect(none).toMatchObject({ code: 0, stderr: "" });
  expect(none.stdout).toContain("the defaults are in force");

  const first = await runCli(["config", "init", ...at]);
  expect(first).toMatchObject({
    code: 0,
    stdout: "Wrote .github/swarm.yml and .github/swarm.schema.json.\n",
    stderr: "",
  });
  const file = join(repository.top, ".github/swarm.yml");
  const written = readFileSync(file, "utf8");
  expect(await runCli(["config", "check", ...at])).toMatchObject({
    code: 0,
    stdout: ".github/swarm.yml is sound.\n",
  });

  writeFileSync(file, `${written}# mine\n`);
  const again = await runCli(["config", "init", ...at]);
  expect(again).toMatchObject({ code: 2, stdout: "" });
  expect(again.stderr).toContain("at .github/swarm.yml");
  expect(readFileSync(file, "utf8")).toBe(`${written}# mine\n`);
});

test("a fault is named with file, line, column and the nearest name", async () => {
  using repository = createRepository();
  repository.write({ ".github/swarm.yml": "review:\n  ignores: [a]\n" });
  const run = await runCli(["config", "check", "-C", repository.top]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toBe(
    [
      'error: .github/swarm.yml:2:3: unknown key "ignores" in review; did you mean "ignore"?',
      "  at .github/swarm.yml:2:3",
      '  fix: Write "ignore".',
      "",
    ].join("\n"),
  );
});

test("a named file is checked wherever it is, without a repository", async () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "own.yml"), "review: { fail-on: never }\n");
  const run = await runCli(["config", "check", "-C", folder, "--config", "own.yml"]);
  expect(run).toMatchObject({ code: 0, stdout: "own.yml is sound.\n", stderr: "" });
});

test("schema prints a JSON Schema that accepts what check accepts, and refuses the rest", async () => {
  const { code, stdout } = await runCli(["config", "schema"]);
  expect(code).toBe(0);
  const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(
    JSON.parse(stdout),
  );
  const good = {
    review: { "fail-on": "low", consensus: { quorum: 2 }, rules: { "tests/*": "off" } },
    agents: { house: { type: "rules", rules: [{ id: "a", pattern: "x", message: "m" }] } },
  };
  expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ reviews: {} })).toBe(false);
  expect(validate({ agents: { a: { type: "comand", run: ["x"] } } })).toBe(false);
});
