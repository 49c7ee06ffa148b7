import { Redactor } from "@swarm-actions/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTime } from "../../../test/support/cpu-time.ts";
import { bodyOf } from "./body-of.ts";
import type { GateSetup, GateVerdict, HiddenPart, Outgoing } from "./model.ts";
import { passGate } from "./pass-gate.ts";

/** Looks like a token of some service: put together here so that no scanner finds one in this file. */
const token = ["tok", "0123456789abcdef"].join("_");
const known = ["correct", "horse", "battery"].join("-");

const setupOf = (overrides: Partial<GateSetup> = {}): GateSetup => {
  const redactor = new Redactor();
  redactor.add(known);
  return {
    policy: { allowedHosts: ["github.com"], maxTexts: {} },
    scanner: {
      scan: async (text) =>
        [...text.matchAll(/tok_[0-9a-f]{16}/g)].map(({ 0: found, index }) => {
          return { start: index, end: index + found.length };
        }),
    },
    redact: (text) => redactor.redact(text),
    ...overrides,
  };
};

const outgoing = (text: string, overrides: Partial<Outgoing> = {}): Outgoing => {
  return { name: "summary", kind: "comment", text, hidden: [], ...overrides };
};
const part = (text: string, overrides: Partial<HiddenPart> = {}): HiddenPart => {
  return { text, packed: "", required: false, ...overrides };
};

async function pass(texts: readonly Outgoing[], setup = setupOf()) {
  const verdict = await passGate(texts, setup);
  if (verdict.status !== "passed") throw new Error(verdict.reasons.join("; "));
  return verdict;
}
const written = async (text: string, overrides: Partial<Outgoing> = {}): Promise<string> =>
  (await pass([outgoing(text, overrides)])).texts.map(bodyOf).join();
const reasonsOf = (verdict: GateVerdict): readonly string[] =>
  verdict.status === "passed" ? [] : verdict.reasons;

test("a harmless text passes as it is, and nothing is said to have changed", async () => {
  const text =
    "## Review\n\n| a | b |\n|---|---|\n| `x` | [run](https://github.com/o/r/actions/runs/1) |";
  const verdict = await pass([outgoing(text)]);
  expect(verdict).toEqual({ status: "passed", texts: [outgoing(text)], changes: [] });
});

test.each([
  ["known", `the key is ${known}.`, "the key is ***."],
  ["found by the scanner", `use ${token} here`, "use *** here"],
  ["in code", `\`${token}\``, "`***`"],
  ["in a block of code", `\`\`\`\n${token}\n\`\`\``, "```\n***\n```"],
  ["with a zero-width space in it", `${token.slice(0, 8)}\u200b${token.slice(8)}`, "***"],
  ["with a character reference in it", `${token.slice(0, 8)}&#8203;${token.slice(8)}`, "***"],
  ["written as character references", `&#116;${token.slice(1)} x`, "*** x"],
  ["with a backslash in it", token.replace("_", "\\_"), "***"],
  ["parted by a comment", token.replace("_", "<!-- x -->_"), "***"],
  ["parted by emphasis", `${token.slice(0, 8)}**${token.slice(8)}**`, "*****"],
  [
    "known, in disguise: its line goes",
    `a\nb ${known.replace("horse", "h&#111;rse")} c\nd`,
    "a\n***\nd",
  ],
])("a secret %s is taken out", async (_how, text, clean) => {
  expect(await written(text)).toBe(clean);
});

test("what was changed is counted by rule, and never quoted", async () => {
  const text = `${token} and ${token} @user\u202e fixes #1 https://evil.test <img src=x>`;
  const { changes } = await pass([outgoing(text)]);
  expect(Object.fromEntries(changes.map(({ rule, count }) => [rule, count]))).toEqual({
    "hidden-unicode": 1,
    secret: 2,
    mention: 1,
    "closing-keyword": 1,
    link: 1,
    html: 1,
  });
});

test("a secret that cannot be taken out blocks everything", async () => {
  const stubborn = { scan: async (text: string) => [{ start: 0, end: text.length }] };
  const verdict = await passGate(
    [outgoing("a"), outgoing("b", { name: "check" })],
    setupOf({ scanner: stubborn }),
  );
  expect(verdict.status).toBe("blocked");
  expect(reasonsOf(verdict)).toEqual([
    "summary: a secret could not be taken out",
    "check: a secret could not be taken out",
  ]);
});

test("a scanner that cannot look makes the gate unavailable, and says nothing of the text", async () => {
  const scanner = { scan: () => Promise.reject(new Error(`no rules for ${token}`)) };
  const verdict = await passGate([outgoing("a")], setupOf({ scanner }));
  expect(verdict).toEqual({ status: "unavailable", reasons: ["the scanner of secrets failed"] });
});

test("more texts of a kind than a run may write are blocked", async () => {
  const policy = { allowedHosts: [], maxTexts: { "inline-comment": 2 } };
  const many = Array.from({ length: 3 }, () => outgoing("a", { kind: "inline-comment" }));
  const verdict = await passGate(many, setupOf({ policy }));
  expect(reasonsOf(verdict)).toEqual([
    "3 texts of the kind inline-comment, and one run may write 2",
  ]);
  expect((await passGate(many.slice(1), setupOf({ policy }))).status).toBe("passed");
});

test("code reaches GitHub byte for byte", async () => {
  const code = "```suggestion\n@decorator // fixes #1 https://evil.test <b>\t\n\n  `x`\n```";
  expect(await written(code, { kind: "inline-comment" })).toBe(code);
});

test("a suggestion from which something was taken out can no longer be committed", async () => {
  const fences = `\`\`\`suggestion\na\n\`\`\`\n\n\`\`\`\`suggestion\nkey = ${token}\n\`\`\`\``;
  expect(await written(fences)).toBe("```suggestion\na\n```\n\n````text\nkey = ***\n````");
});

test("hidden parts stand below the text and are neither changed nor cut", async () => {
  const hidden = [
    part("<!-- swarm-actions:summary main -->"),
    part("<!-- swarm-actions:state 1 ab+/= -->"),
  ];
  expect(await written("text", { hidden })).toBe(
    "text\n\n<!-- swarm-actions:summary main -->\n<!-- swarm-actions:state 1 ab+/= -->",
  );
  const long = await written("word ".repeat(200).concat("\n\n").repeat(70), { hidden });
  expect(long.endsWith(hidden.map(({ text }) => text).join("\n"))).toBe(true);
  expect(long.length).toBeLessThanOrEqual(60_000);
  expect(long.length).toBeGreaterThan(59_000);
});

test.each([
  "text",
  "<!-- other -->",
  "<!-- swarm-actions:x --> @user",
  "<!-- swarm-actions:x --><!-- y -->",
  "<!-- swarm-actions:x\n-->",
])("a hidden part that is not ours by its form is blocked: %j", async (text) => {
  const verdict = await passGate([outgoing("a", { hidden: [part(text)] })], setupOf());
  expect(reasonsOf(verdict)).toEqual(["summary: a hidden part is not one of ours"]);
});

test("a hidden part that is readable, and a secret, blocks", async () => {
  const hidden = [part(`<!-- swarm-actions:summary ${token} -->`, { required: true })];
  expect(reasonsOf(await passGate([outgoing("a", { hidden })], setupOf()))).toEqual([
    "summary: a hidden part that is needed holds a secret",
  ]);
});

test("a hidden part that packs a secret is left out, or blocks when it is needed", async () => {
  const leaking = part("<!-- swarm-actions:state 1 -->", { packed: `{"a":"${token}"}` });
  const { texts, changes } = await pass([outgoing("a", { hidden: [leaking] })]);
  expect(texts).toEqual([outgoing("a")]);
  expect(changes).toEqual([{ name: "summary", rule: "secret", count: 1 }]);
  const needed = outgoing("a", { hidden: [{ ...leaking, required: true }] });
  expect(reasonsOf(await passGate([needed], setupOf()))).toEqual([
    "summary: a hidden part that is needed holds a secret",
  ]);
});

test.each([
  ["comment", 60_000],
  ["inline-comment", 60_000],
  ["check-summary", 60_000],
  ["annotation", 8000],
  ["title", 250],
] as const)("a %s keeps within %i", async (kind, most) => {
  const text = await written("wörd 😀 [x] ".repeat(20_000), { kind });
  const size = kind === "check-summary" ? Buffer.byteLength(text) : text.length;
  expect(size).toBeLessThanOrEqual(most);
  expect(size).toBeGreaterThan(most * 0.3);
  expect(text.isWellFormed()).toBe(true);
});

test("where a text is cut, code, tables and folds are whole", async () => {
  const block = "<details><summary>more</summary>\n\n```ts\nlet a = 1;\n```\n\n</details>\n\n";
  const text = await written(block.repeat(2000));
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  expect((text.match(/```/g)?.length ?? 1) % 2).toBe(0);
  expect(text).toMatch(/The rest was too long to be written here\.\*$/);
});

test("what is shown as it is keeps its signs, but notifies and links nobody", async () => {
  const text = "a < b by @user, fixes #12, see https://evil.test and `@Override` of a@b.test";
  expect(await written(text, { kind: "annotation" })).toBe(
    "a < b by @ user, fixes # 12, see https:// evil.test and `@Override` of a@b.test",
  );
});

test("texts that have passed pass unchanged", async () => {
  const kinds = ["comment", "annotation", "title", "check-summary"] as const;
  const pieces = [
    "@a",
    "#1",
    token,
    known,
    "\u200b",
    "&#8203;",
    "`",
    "```\n",
    "<b>",
    "[x](http://e.test)",
    "\n",
    " ",
    "w".repeat(70),
  ];
  const texts = fc.array(
    fc.record({
      text: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join("")),
      kind: fc.constantFrom(...kinds),
    }),
    { maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const once = await pass(all.map(({ text, kind }) => outgoing(text, { kind })));
      expect(await pass(once.texts)).toEqual({ ...once, changes: [] });
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["closing brackets", "]"],
  ["opening brackets", "["],
  ["links", "[a](b)"],
  ["nested quotes", ">"],
  ["emphasis", "*a_b~"],
  ["backquotes", "`a``"],
  ["tags", "<a "],
  ["mentions", "@a"],
  ["references", "a.b/c#1"],
  ["names without end", "a"],
  ["character references", "&#64;"],
  ["addresses", "https://a.b/"],
  ["tables", "|a|b|\n|-|-|\n"],
])("a hostile text of %s takes no noticeable time", async (_what, piece) => {
  const began = cpuTime();
  await passGate([outgoing(piece.repeat(65_000 / piece.length))], setupOf());
  expect(cpuTime() - began).toBeLessThan(15_000);
});
