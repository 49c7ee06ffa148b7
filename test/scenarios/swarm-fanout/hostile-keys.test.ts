import { expect, test } from "vitest";
import { artifactTexts, holdersOf, resultTexts, shownTexts } from "../../support/kept-texts.ts";
import { type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// Keys and answers come from whoever wrote the files, the list or the program.

const escapeCharacter = String.fromCharCode(27);
const commands = [
  "::set-output name=outcome::forged",
  "::error title=forged::forged",
  "##[error]forged",
  "::add-mask::t",
  "::stop-commands::x",
];
const markup = [
  "<script>alert(1)</script>",
  "</details><img src=x onerror=alert(1)>",
  "[here](https://evil.example)",
  "| a | b |",
  "```",
  "@everyone",
];
const keys = [...commands, ...markup];
const source = { source: "json", select: JSON.stringify(keys.map((key) => ({ key }))) };

/** Fails, and says in every way what would be a command, an escape or a line of its own. */
const run = `
printf '::set-output name=outcome::forged\\n::error title=forged::forged\\n\\033[2J\\033]0;x\\007\\n##[error]forged\\n'
printf '{"output":"%s","votes":[{"item":"<script>i</script>","voter":"::error::v%s","label":"\\\\u001b[31m\\\\n::error::l"}]}' done "$$" > "$SWARM_RESULT_FILE"
exit 3
`;

test("keys and output that look like commands are words", async () => {
  await using swarm = await startSwarmJobs();
  const runs = await runAll(swarm);
  const collect = runs.at(-1);
  if (collect === undefined) throw new Error("nothing ran");
  expect(collect.exitCode, collect.log).toBe(0);
  expect(collect.outputs.get("outcome")).toBe("complete");
  expect(collect.outputs.get("failed")).toBe(`${keys.length}`);
  const annotations = runs.flatMap((one) => one.annotations);
  expect(annotations.filter(({ title }) => title === "forged")).toEqual([]);
  const seen = [shownTexts(runs), artifactTexts(swarm), resultTexts(collect)];
  expect(holdersOf(escapeCharacter, ...seen)).toEqual([]);
  expect(runs.flatMap(({ masked }) => masked)).not.toContain("t");
  const page = resultTexts(collect).get("page") ?? "";
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<img src=x");
  for (const { summary } of runs) {
    expect(outsideCode(summary)).not.toMatch(/<script|<img|\]\(https:|@everyone/);
    const marks = outsideCode(summary).match(/<\/?details>/g) ?? [];
    expect(marks).toEqual(marks.length === 0 ? [] : ["<details>", "</details>"]);
  }
});

/** Markdown without what is shown as it stands: spans of code, which end with as many marks as they began. */
function outsideCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, "");
}

async function runAll(swarm: SwarmJobs) {
  const plan = await swarm.plan({ ...source, workers: "1" });
  expect(plan.exitCode, plan.log).toBe(0);
  const worker = await swarm.work(0, { run });
  expect(worker.exitCode, worker.log).toBe(0);
  return [plan, worker, await swarm.collect({ "fail-on-failed": "false" })];
}

test.each([
  ["of two lines", "a\n::error::b"],
  ["with a terminal's escapes", `a${escapeCharacter}[2J`],
  ["that turns text around", "a\u202eb"],
])("a key %s is refused, and does no harm in the refusal", async (_what, key) => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ source: "json", select: JSON.stringify([{ key }]) });
  expect(plan.exitCode).toBe(1);
  expect(plan.annotations.map(({ title }) => title)).toEqual(["tasks/invalid-task"]);
  expect(holdersOf(escapeCharacter, shownTexts([plan]))).toEqual([]);
});
