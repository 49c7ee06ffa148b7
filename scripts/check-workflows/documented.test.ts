import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findProgram } from "../find-program.ts";
import { top } from "../top.ts";
import { askActionlint } from "./ask-actionlint.ts";
import { loadGitHubService } from "./ask-github.ts";
import { askZizmor } from "./ask-zizmor.ts";
import { askOwnRules } from "./rules/index.ts";
import type { Source } from "./source.ts";

// What people copy out of a README must be as good as what this project runs itself.

const zizmor = findProgram("zizmor");
const readmes = [
  "README.md",
  "docs/workflows.md",
  ...readdirSync(join(top, "actions")).map((name) => `actions/${name}/README.md`),
];
const documented = readmes.flatMap(workflowsIn);

/** Blocks that are whole workflows: they begin with a comment or with the name. */
function workflowsIn(readme: string): readonly Source[] {
  const text = readFileSync(join(top, readme), "utf8");
  return [...text.matchAll(/^```yaml\n((?:#.*\n)*name: [\s\S]*?)^```/gm)].map(
    ([, workflow = ""], at) => ({
      path: `.github/workflows/${readme.replaceAll("/", "-")}-${at}.yml`,
      kind: "workflow",
      text: workflow,
    }),
  );
}

test("there are such workflows", () => {
  expect(documented.map(({ path }) => path)).toEqual([
    ".github/workflows/README.md-0.yml",
    ".github/workflows/docs-workflows.md-0.yml",
    ".github/workflows/actions-pr-review-README.md-0.yml",
    ".github/workflows/actions-swarm-fanout-README.md-0.yml",
  ]);
});

test.each(documented)("$path", async (source) => {
  const askGitHub = await loadGitHubService(top);
  const asked = [await askGitHub(source), await askActionlint(source)];
  expect([...asked.flat(), ...askOwnRules(source, top)]).toEqual([]);
});

test.skipIf(zizmor === null)("also at zizmor's strictest", () => {
  const config = join(top, ".github/zizmor.yml");
  expect(askZizmor(documented, { zizmor: zizmor ?? "zizmor", config })).toEqual([]);
});
