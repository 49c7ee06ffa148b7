import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadYaml } from "@swarm-actions/core";
import { seedSchema, startSandbox } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "../../support/run-cli.ts";

const document = new URL("../../../docs/sandbox.md", import.meta.url);

/** The seed that the document shows, in parts. */
async function documentedSeed(): Promise<string> {
  const text = await readFile(document, "utf8");
  const parts = text.matchAll(/^<!-- seed: .*-->\n```yaml\n([\s\S]*?)^```/gm);
  return [...parts].map(([, part]) => part).join("");
}

/** The seed that `--help` shows. */
async function helpSeed(): Promise<string> {
  const { stdout } = await runCli(["sandbox", "--help"]);
  const [, text = ""] = stdout.split("this one shows most of it:\n");
  return text.slice(0, text.indexOf("\nCtrl-C"));
}

test.each([
  ["docs/sandbox.md", documentedSeed, ["acme/shop#1", "acme/shop#2", "acme/shop#3"]],
  ["--help", helpSeed, ["acme/shop#1"]],
])("the seed in %s makes what it says", async (_where, seedOf, issues) => {
  await using sandbox = await startSandbox({ seed: loadYaml(await seedOf(), "seed", seedSchema) });
  const { world } = sandbox;
  const made = [...world.repositories.values()].flatMap(({ owner, name, issues: numbered }) =>
    [...numbered.keys()].map((number) => `${owner.login}/${name}#${number}`),
  );
  expect(made).toEqual(issues);
  expect([...world.repositories.keys()]).toEqual(["acme/shop", "grace/shop"]);
  expect(sandbox.appKeys.get("reviewer")).toContain("PRIVATE KEY");
});

test("the document's seed shows every key there is, but for what is made up when left out", async () => {
  const shown = new Set(namesIn(parse(await documentedSeed())));
  const schema: unknown = JSON.parse(JSON.stringify(seedSchema.toJSONSchema({ io: "input" })));
  expect(propertiesOf(schema).filter((name) => !shown.has(name))).toEqual(["public-key", "value"]);
});

test("the command takes it from a file", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "seed-"));
  await writeFile(join(folder.path, "seed.yml"), `${await documentedSeed()}\nunknown: 1\n`);
  const { code, stderr } = await runCli(["sandbox", "--seed", "seed.yml"], { cwd: folder.path });
  expect(code).toBe(2);
  expect(stderr).toContain('unknown key "unknown"');
});

/** The names of all properties that a JSON Schema describes. */
function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  // One of the seed's own keys is called `properties`, too.
  const { properties = {}, ...rest } = schema as { readonly properties?: object };
  const inner = [...Object.values(properties), ...Object.values(rest)];
  return [...new Set([...Object.keys(properties), ...inner.flatMap(propertiesOf)])];
}

/** All keys in a value. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)];
}
