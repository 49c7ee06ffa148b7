import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { startActionScenario } from "../../support/action-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const base = { "src/total.js": "export const total = (a, b) => a + b;\n" };
const change = {
  "src/total.js": "export const total = (a, b) => {\n  debugger;\n  return a + b;\n};\n",
};
const require = createRequire(import.meta.url);

function sarifSchema() {
  const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
}

const schema = new URL("../../../docs/review.schema.json", import.meta.url);

test("the files of a run are what their formats say, and its page tells the whole of it", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  expect(run.exitCode, run.log).toBe(0);
  const read = (output: string): string => run.readFile(run.outputs.get(output) ?? "").toString();

  const validate = new Ajv2020().compile(JSON.parse(await readFile(schema, "utf8")));
  validate(JSON.parse(read("json")));
  expect(validate.errors).toBeNull();

  const sarif = JSON.parse(read("sarif"));
  const isSarif = sarifSchema();
  isSarif(sarif);
  expect(isSarif.errors).toBeNull();
  expect(sarif).toMatchObject({ version: "2.1.0", runs: [{ results: [{ level: "warning" }] }] });
  expect(sarif.runs[0].results[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "src/total.js" },
    region: { startLine: 2 },
  });
  const html = read("report");
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain("src/total.js");
  expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);

  expect(run.summary).toMatch(/^\| .+ \|$/m);
  expect(run.summary).toContain("### Timeline");
  for (const stage of ["Read the pull request", "Read the change", "Ask the agents", "Write"]) {
    expect(run.summary).toContain(stage);
  }
});

test("`swarm-actions audit verify` calls the log sound, and finds a line that was changed", async () => {
  await using scenario = await startActionScenario({ base, change });
  const run = await scenario.run();
  const log = run.readFile(run.outputs.get("audit-log") ?? "").toString();
  await using folder = await mkdtempDisposable(join(tmpdir(), "swarm-audit-"));
  const file = join(folder.path, "audit.jsonl");
  await writeFile(file, log);
  const sound = await runCli(["audit", "verify", file]);
  expect(sound.stdout).toMatch(/is sound: 7 entries/);
  expect(sound.code).toBe(0);

  await writeFile(file, log.replace("create review", "create nothing"));
  const changed = await runCli(["audit", "verify", file]);
  expect(changed.code).toBe(1);
  expect(changed.stdout).toMatch(/audit\.jsonl:1: changed/);
});
