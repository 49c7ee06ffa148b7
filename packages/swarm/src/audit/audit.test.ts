import { verifyAudit } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import type { ResultPage, TaskResult } from "../collect/result.ts";
import type { Board, ClaimAnswer } from "../queue/board.ts";
import { auditBoard } from "./audited-board.ts";
import { type AuditFacts, composeAudit } from "./compose-audit.ts";
import { SegmentReader } from "./segment-reader.ts";

const time = (): string => "2026-11-22T20:00:00.000Z";
const { signal } = new AbortController();

/** A board that keeps what it is given, and answers as it is told. */
function createBoard(answers: { claim?: ClaimAnswer[]; put?: ("kept" | "taken" | "lost")[] } = {}) {
  const pages = new Map<string, string>();
  const board: Board = {
    claim: async () => answers.claim?.shift() ?? "won",
    list: async () => [],
    put: async (name, content) => {
      const answer = answers.put?.shift() ?? "kept";
      if (answer === "lost") throw new Error("no answer");
      if (answer === "kept") pages.set(name, content);
      return answer;
    },
    get: async (name) => pages.get(name) ?? "",
    remove: async () => false,
  };
  return { board: auditBoard(board, "swarm", time), pages };
}

const result = (key: string, overrides: Partial<TaskResult> = {}): TaskResult => ({
  key,
  status: "done",
  output: { b: 1, a: [key] },
  votes: [],
  error: null,
  startedAt: 1_795_000_000_000,
  seconds: 1,
  usage: null,
  ...overrides,
});

function page(number: number, results: readonly TaskResult[], isDone = false): string {
  const content: ResultPage = {
    version: 1,
    plan: "ab".repeat(32),
    page: number,
    results,
    report: {
      worker: 3,
      epoch: 0,
      attempt: 1,
      readyAt: 1_795_000_000_000,
      at: 1_795_000_000_000,
      isDone,
      spans: [],
      claims: 0,
      conflicts: 0,
      steals: 0,
      claimSeconds: [],
      providers: [],
    },
  };
  return JSON.stringify(content);
}

const nameOf = (number: number): string => `zz-swarm-result-a1-w3-p${number}-e0`;

function read(pages: ReadonlyMap<string, string>) {
  const reader = new SegmentReader("swarm");
  for (const [name, content] of [...pages].reverse()) reader.add({ name, content });
  return reader.segments();
}

async function work() {
  const { board, pages } = createBoard({ claim: ["won", "taken", "unknown"] });
  for (const block of [0, 1, 2]) {
    await board.claim(`zz-swarm-claim-a1-w3-b${block}-e0`, signal);
  }
  await board.put(nameOf(0), page(0, [result("a"), result("b", { status: "failed" })]), signal);
  await board.put(nameOf(1), page(1, [result("c")], true), signal);
  return pages;
}

describe("the log of a worker", () => {
  test("tells claims and results, and goes with the pages", async () => {
    const [segment] = read(await work());
    expect(segment).toMatchObject({ epoch: 0, attempt: 1, worker: 3, state: "sound", why: null });
    const told = segment?.records.map(({ action, target, operation, status }) =>
      [action, target, operation, status].join(" "),
    );
    expect(told).toEqual([
      "claim block zz-swarm-claim-a1-w3-b0-e0 claim written",
      "claim block zz-swarm-claim-a1-w3-b1-e0 claim refused",
      "claim block zz-swarm-claim-a1-w3-b2-e0 claim failed",
      "give result a done written",
      "give result b failed written",
      "give result c done written",
    ]);
  });

  test("of one that died is sound as far as it goes", async () => {
    const pages = await work();
    pages.delete(nameOf(1));
    expect(read(pages)).toMatchObject([{ state: "open", why: null, records: { length: 5 } }]);
  });

  test.each([
    ["a lost answer", "lost"],
    ["an answer that says the name is used up", "taken"],
  ] as const)("after %s, the next page brings it all, once", async (_what, put) => {
    const { board, pages } = createBoard({ put: [put] });
    const results = [result("a")];
    await board.put(nameOf(0), page(0, results), signal).catch(() => null);
    await board.put(nameOf(1), page(1, [...results, result("b")], true), signal);
    expect(read(pages)).toMatchObject([{ state: "sound", records: { length: 2 } }]);
  });

  test("is told twice where a page arrived though nobody said so", async () => {
    const { board, pages } = createBoard({ put: ["kept", "taken"] });
    await board.put(nameOf(0), page(0, [result("a")]), signal);
    const second = page(1, [result("b")]);
    await board.put(nameOf(1), second, signal);
    await board.put(nameOf(2), page(2, [result("b"), result("c")], true), signal);
    const third = JSON.parse(pages.get(nameOf(2)) ?? "");
    pages.set(nameOf(1), JSON.stringify({ ...JSON.parse(second), audit: third.audit.slice(0, 1) }));
    expect(read(pages)).toMatchObject([{ state: "sound", records: { length: 3 } }]);
  });

  test("what is no page of the swarm has no part in it", async () => {
    const { board, pages } = createBoard();
    await board.put("zz-swarm-plan-a1-e0", "{}", signal);
    await board.put("zz-swarm-claim-a1-w3-b0-e0", "", signal);
    expect(pages.get("zz-swarm-plan-a1-e0")).toBe("{}");
    expect(read(pages)).toEqual([]);
  });
});

describe("tampering with a page is noticed:", () => {
  type Page = { audit: string[]; results: TaskResult[] };
  const [first, second] = [nameOf(0), nameOf(1)];
  test.each<[string, string, (page: Page) => unknown, string]>([
    ["a changed result", first, ({ results }) => results.push(result("a", { seconds: 9 })), "1 of"],
    ["an added result", second, ({ results }) => results.push(result("x")), "1 of its results"],
    ["a changed line", first, ({ audit }) => edit(audit, 1), "line 2: this line was changed"],
    ["a removed line", first, ({ audit }) => audit.splice(1, 1), "line 2: entry 1 is missing"],
    ["a removed last line", first, ({ audit }) => audit.pop(), "line 5: entry 4 is missing"],
    [
      "no lines at all",
      first,
      ({ audit }) => audit.splice(0),
      "line 1: entries 0 to 4 are missing",
    ],
    ["lines in another order", first, ({ audit }) => audit.reverse(), "line 1: entry 4 stands"],
    ["a line of no sense", second, ({ audit }) => audit.push("{}"), "line 8: "],
  ])("%s", async (_what, name, change, why) => {
    const pages = await work();
    const content: Page = JSON.parse(pages.get(name) ?? "");
    change(content);
    pages.set(name, JSON.stringify(content));
    const [segment] = read(pages);
    expect(segment?.why ?? segment?.state).toContain(why);
  });

  function edit(audit: string[], at: number): void {
    audit[at] = (audit[at] ?? "").replace("refused", "written");
  }

  test("a page that was taken away", async () => {
    const pages = await work();
    pages.delete(first);
    expect(read(pages)).toMatchObject([{ state: "broken", records: [] }]);
  });

  test("a page that would exhaust the stack", () => {
    const deep = `{"audit":[],"results":[${"[".repeat(100_000)}${"]".repeat(100_000)}]}`;
    expect(read(new Map([[first, deep]]))).toMatchObject([
      { state: "broken", why: "it is missing" },
    ]);
  });
});

describe("the log of a swarm", () => {
  async function compose(overrides: Partial<AuditFacts> = {}): Promise<readonly string[]> {
    const segments = read(await work());
    const verdict = {
      item: "a.js:3",
      label: "yes",
      posterior: [{ label: "yes", probability: 1 }],
      votes: [],
      dissent: [],
      absences: [],
    };
    return composeAudit({
      key: "swarm",
      plans: [],
      segments,
      verdicts: [verdict],
      files: [{ name: "results.jsonl", content: "{}\n" }],
      time: time(),
      ...overrides,
    });
  }

  test("is one chain that ends, with every log of a worker closed by its own last hash", async () => {
    const lines = await compose();
    expect(verifyAudit(lines)).toMatchObject({ status: "sound", entries: 10 });
    const [segment] = read(await work());
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ action: "close log of worker", body: segment?.hash }),
    );
  });

  test("says which log of a worker is broken", async () => {
    const [segment] = read(await work());
    if (segment === undefined) throw new Error("unreachable");
    const broken = { ...segment, state: "broken", why: "line 2: it was changed" } as const;
    expect((await compose({ segments: [broken] })).join()).toContain("line 2: it was changed");
  });

  test("shows each line that is removed or changed", async () => {
    const lines = await compose();
    for (const at of lines.keys()) {
      expect(verifyAudit(lines.toSpliced(at, 1)), `without ${at}`).toMatchObject({ line: at + 1 });
      const changed = (lines[at] ?? "").replace("2026", "2025");
      expect(verifyAudit(lines.with(at, changed)), `other ${at}`).toMatchObject({ line: at + 1 });
    }
  });
});
