import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { taskOf } from "../../../../../test/support/change.ts";
import { cpuTime } from "../../../../../test/support/cpu-time.ts";
import { secrets } from "./index.ts";
import { secretKinds } from "./kinds.ts";
import { samples } from "./samples.ts";

const never = new AbortController().signal;

async function remarksOf(task: ReviewTask): Promise<readonly Remark[]> {
  return (await secrets.review(task, never)).remarks;
}

function sampleOf(rule: string): { path: string; content: string; value: string } {
  const sample = samples.get(rule);
  if (sample === undefined) throw new Error(`no sample of ${rule}`);
  return { ...sample, value: /"([^"]+)"/.exec(sample.content)?.[1] ?? sample.content };
}

function withoutWholeFiles(task: ReviewTask): ReviewTask {
  const files = task.files.map((file) => ({ ...file, before: null, after: null }));
  return { ...task, files };
}

describe("secrets", () => {
  it("documents every rule that the engine has", () => {
    const ids = rules.map((rule) => rule.meta.id.replace("@secretlint/secretlint-rule-", ""));
    const scanning = ids.filter((id) => id !== "filter-comments").sort();
    expect(secretKinds.map((kind) => kind.rule).sort()).toEqual(scanning);
  });

  it.each([...samples.keys()])("keeps the value of %s out of what it says", async (rule) => {
    const { path, content } = sampleOf(rule);
    const said = JSON.stringify(await remarksOf(taskOf({}, { [path]: content })));
    const words = content.match(/[A-Za-z0-9]{12,}/g) ?? [];
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(said).not.toContain(word);
  });

  it("points at the added line, not at an older secret in the same file", async () => {
    const old = sampleOf("github").content;
    const task = taskOf({ "a.ts": old }, { "a.ts": `${old}\n${sampleOf("slack").content}` });
    const found = (await remarksOf(task)).map(({ rule, place }) => ({ rule, place }));
    const place = { kind: "lines", path: "a.ts", side: "new", startLine: 3, endLine: 3 };
    expect(found).toEqual([{ rule: "secrets/slack", place }]);
  });

  it("spans the lines of a private key", async () => {
    const { content } = sampleOf("privatekey");
    const lines = content.replace(/(.{64})(?!-)/g, "$1\n");
    const [remark] = await remarksOf(taskOf({}, { "deploy/key.pem": `# key\n${lines}` }));
    expect(remark?.place).toMatchObject({ startLine: 2 });
    expect(remark?.place).toHaveProperty("endLine", lines.trimEnd().split("\n").length + 1);
  });

  it.each(["github", "slack", "npm", "privatekey"])("finds %s in a bare diff", async (rule) => {
    const { path, content } = sampleOf(rule);
    const task = withoutWholeFiles(taskOf({ [path]: "a\nb\n" }, { [path]: `a\nb\n${content}` }));
    const remarks = await remarksOf(task);
    expect(remarks.map((remark) => remark.rule)).toEqual([`secrets/${rule}`]);
    expect(remarks[0]?.place).toMatchObject({ startLine: 3 });
  });

  it("counts lines as git does, whatever else breaks lines inside them", async () => {
    const content = `\uFEFF// a\u2028b\rc\n${sampleOf("github").content}`;
    const [remark] = await remarksOf(taskOf({}, { "src/a.ts": content }));
    expect(remark?.place).toMatchObject({ startLine: 2, endLine: 2 });
  });

  it("is mild about tests and examples", async () => {
    const { content } = sampleOf("privatekey");
    const after = { "test/key.pem": content, "examples/key.pem": content };
    const severities = (await remarksOf(taskOf({}, after))).map((remark) => remark.severity);
    expect(severities).toEqual(["low", "low"]);
  });

  it("respects a line's own mark that its secret may stay", async () => {
    const content = sampleOf("github").content.replace("\n", " // secretlint-disable-line\n");
    expect(await remarksOf(taskOf({}, { "src/a.ts": content }))).toEqual([]);
  });

  it.each([
    ["a repeated character", `gh${"p_"}${"x".repeat(36)}`],
    ["a word that says so", `gh${"p_"}EXAMPLE${"a1B2c3D4e5".repeat(3).slice(0, 29)}`],
    ["an example host", `https://deploy:${"k3J9s8Fq"}@api.example.com/`],
    ["a user named as the password", `https://scott:${"scott"}@db.acme-corp.io/`],
    ["a word in place of a password", "postgres://app:secret@db.acme-corp.io/app"],
    ["a service of the same machine", `postgres://app:${"k3J9s8Fq"}@localhost:5432/app`],
  ])("is silent on a stand-in: %s", async (_, value) => {
    expect(await remarksOf(taskOf({}, { "src/a.ts": `const a = "${value}";\n` }))).toEqual([]);
  });

  it("does not open a file that the change names", async () => {
    const task = taskOf({}, { "a.p12": "text\n" });
    const files = task.files.map((file) => ({
      ...file,
      diff: { ...file.diff, path: "/proc/self/environ.p12" },
    }));
    expect(await remarksOf({ ...task, files })).toEqual([]);
  });

  it.each([
    ["in a line of its own", "a();\n"],
    ["in one long line", "a();"],
  ])("finds a secret anywhere in a long text, %s", async (_, filler) => {
    const { content } = sampleOf("privatekey");
    const before = filler.repeat(65_400 / filler.length);
    const after = { "deploy/all.txt": `${before}${content}${filler.repeat(30_000)}` };
    const remarks = await remarksOf(taskOf({}, after));
    expect(remarks.map((remark) => remark.rule)).toEqual(["secrets/privatekey"]);
  });

  it("respects a mark for a block through a long text", async () => {
    const off = `// secretlint-${"disable"}\n${"a();\n".repeat(30_000)}`;
    const { content } = sampleOf("github");
    expect(await remarksOf(taskOf({}, { "a.ts": off + content }))).toEqual([]);
    const on = `${off}// secretlint-${"enable"}\n${"a();\n".repeat(30_000)}`;
    expect(await remarksOf(taskOf({}, { "a.ts": on + content }))).toHaveLength(1);
  });

  it("takes time in proportion to a file full of secrets", async () => {
    const { value } = sampleOf("github");
    const lines = Array.from({ length: 12_000 }, (_, at) => value.slice(0, -5) + (10_000 + at));
    const start = cpuTime();
    const remarks = await remarksOf(taskOf({}, { "a.txt": `${lines.join("\n")}\n` }));
    expect(remarks.at(-1)?.message).toMatch(/^11950 more places/);
    expect(cpuTime() - start).toBeLessThan(10_000);
  });

  it("says which hunks were too large to read", async () => {
    const line = `${"a ".repeat(512)}\n`;
    const task = taskOf({}, { "big.txt": line.repeat(9 * 1024) });
    const answer = await secrets.review(task, never);
    expect(answer.skipped).toEqual([
      { path: "big.txt", hunk: 0, reason: "more than 8 MiB of added text" },
    ]);
  });

  it("stops when told to", async () => {
    const stopped = secrets.review(taskOf({}, { "a.ts": "a\n" }), AbortSignal.abort());
    await expect(stopped).rejects.toThrow();
  });
});
