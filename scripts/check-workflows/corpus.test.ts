import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findProgram } from "../find-program.ts";
import { top } from "../top.ts";
import { askActionlint } from "./ask-actionlint.ts";
import { type AskGitHub, loadGitHubService } from "./ask-github.ts";
import { askZizmor } from "./ask-zizmor.ts";
import { checkHandoffs } from "./check-handoffs.ts";
import { askOwnRules } from "./rules/index.ts";
import { type Fault, fillPlaceholders, type Source } from "./source.ts";

// Each bad workflow stands beside what must be said of it; of the good ones nobody may say anything.
// zizmor has its own words, and they are not repeated here.

const corpus = join(top, "test/fixtures/workflows");
const zizmor = findProgram("zizmor");
let askGitHub: AskGitHub;
beforeAll(async () => {
  askGitHub = await loadGitHubService(top);
});

/** A file of the corpus: `*.action.yml` is an action, `*.template.yml` a template. */
function sourceOf(folder: "ok" | "err", file: string): Source {
  const text = readFileSync(join(corpus, folder, file), "utf8");
  if (file.endsWith(".action.yml")) return { path: "action.yml", kind: "action", text };
  if (!file.endsWith(".template.yml")) {
    return { path: `.github/workflows/${file}`, kind: "workflow", text };
  }
  return { path: `workflow-templates/${file}`, kind: "template", text: fillPlaceholders(text) };
}

async function faultsOf(source: Source): Promise<readonly Fault[]> {
  const asked = [await askGitHub(source), await askActionlint(source)];
  return [...asked.flat(), ...askOwnRules(source, top), ...checkHandoffs([source])];
}

function zizmorsFaults(sources: readonly Source[]): readonly Fault[] {
  const config = join(top, ".github/zizmor.yml");
  return askZizmor(sources, { zizmor: zizmor ?? "zizmor", config });
}

function filesIn(folder: "ok" | "err"): readonly string[] {
  return readdirSync(join(corpus, folder)).filter((file) => file.endsWith(".yml"));
}

describe("what is good", () => {
  test.each(filesIn("ok"))("%s", async (file) => {
    expect(await faultsOf(sourceOf("ok", file))).toEqual([]);
  });

  test.skipIf(zizmor === null)("also at zizmor's strictest", () => {
    expect(zizmorsFaults(filesIn("ok").map((file) => sourceOf("ok", file)))).toEqual([]);
  });
});

describe("what is bad", () => {
  test.each(filesIn("err"))("%s", async (file) => {
    const faults = await faultsOf(sourceOf("err", file));
    const said = faults
      .map(({ line, rule, message }) => `${line}: ${message} (${rule})\n`)
      .join("");
    await expect(said).toMatchFileSnapshot(join(corpus, "err", file.replace(/yml$/, "txt")));
    expect(said).not.toBe("");
  });

  test.skipIf(zizmor === null)("zizmor says where, in the file that was given", () => {
    const files = ["injection.yml", "injection.action.yml"];
    const faults = zizmorsFaults(files.map((file) => sourceOf("err", file)));
    expect(faults.map(({ path, line, rule }) => `${path}:${line} ${rule}`)).toEqual([
      "action.yml:12 zizmor/template-injection",
      ".github/workflows/injection.yml:19 zizmor/template-injection",
      ".github/workflows/injection.yml:21 zizmor/template-injection",
    ]);
  });
});
