import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { size } from "./index.ts";

async function seenIn(after: Files, before: Files = {}) {
  const { remarks } = await size.review(taskOf(before, after), new AbortController().signal);
  return remarks.map(({ rule, severity, message }) => ({ rule, severity, message }));
}

const linesOf = (count: number): string => "a();\n".repeat(count);

describe("size/large-change", () => {
  it("names the folders it could be split into, largest first", async () => {
    const after = {
      "packages/api/a.ts": linesOf(400),
      "packages/api/b.ts": linesOf(200),
      "packages/web/c.ts": linesOf(300),
      "packages/docs/d.ts": linesOf(100),
    };
    const [seen] = await seenIn(after);
    expect(seen).toMatchObject({ rule: "size/large-change", severity: "info" });
    expect(seen?.message).toContain("1000 lines to read in 4 files");
    expect(seen?.message).toContain(
      "`packages/api` (600 lines), `packages/web` (300 lines), `packages/docs` (100 lines)",
    );
  });

  it("lists at most four folders", async () => {
    const after = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f"].map((name) => [`${name}/x.ts`, linesOf(200)]),
    );
    const [seen] = await seenIn(after);
    expect(seen?.message).toContain("`d` (200 lines) and 2 more");
  });

  it("is more serious about 2,000 lines", async () => {
    const [seen] = await seenIn({
      "a.ts": linesOf(990),
      "b.ts": linesOf(990),
      "c.ts": linesOf(30),
    });
    expect(seen?.severity).toBe("low");
    expect(seen?.message).toContain("split by purpose");
  });

  it("shows a hostile folder name as plain characters", async () => {
    const after = { "a`\u202E](x)/b.ts": linesOf(500), "c/d.ts": linesOf(500) };
    const [seen] = await seenIn(after);
    expect(seen?.message).toMatch(/^[ -~]+$/);
    expect(seen?.message.match(/`/g)).toHaveLength(4);
  });
});

describe("size/long-line", () => {
  it("reports the first long line of a file and counts the others", async () => {
    const long = "a();".repeat(600);
    const seen = await seenIn({ "src/a.js": `a();\n${long}\n${long}\n${long}\n` });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.message).toContain("2400 characters, and 2 more lines");
  });
});

describe("size/large-file", () => {
  it("says nothing about a file that was there before", async () => {
    expect(await seenIn({ "a.ts": linesOf(1500) }, { "a.ts": "b();\n" })).toEqual([]);
  });
});
