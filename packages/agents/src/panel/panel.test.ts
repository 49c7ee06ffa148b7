import { CodedError, Redactor } from "@swarm-actions/core";
import type { Agent, PanelMember } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { AgentError } from "./agent-error.ts";
import { createBreakers } from "./breakers.ts";
import { createPanel, type PanelOptions } from "./panel.ts";

const task = taskOf({ "a.ts": "one\n" }, { "a.ts": "two\n", "b.md": "# b\n" });
const answer = { remarks: [], skipped: [], corrections: [], usage: null };

function agent(overrides: Partial<Agent> = {}): Agent {
  return {
    name: "one",
    provider: "house",
    weight: 1,
    categories: ["correctness"],
    covers: () => true,
    review: async () => answer,
    ...overrides,
  };
}

function ask(
  agents: readonly Agent[],
  options: Partial<PanelOptions> = {},
): Promise<PanelMember[]> {
  const panel = createPanel({
    agents: agents.map((one) => ({ agent: one, timeoutMs: 100 })),
    concurrency: 4,
    redactor: new Redactor(),
    signal: new AbortController().signal,
    ...options,
  });
  return panel.review(task).then((members) => [...members]);
}

test("an agent is given only the files it covers", async () => {
  const seen: string[] = [];
  const [member] = await ask([
    agent({
      covers: (file) => file.diff.path.endsWith(".md"),
      review: async ({ files }) => {
        seen.push(...files.map((file) => file.diff.path));
        return answer;
      },
    }),
  ]);
  expect(seen).toEqual(["b.md"]);
  expect(member?.coveredPaths).toEqual(["b.md"]);
  expect(member?.report.status).toBe("ok");
});

test("an agent with nothing in scope is not asked", async () => {
  const [member] = await ask([
    agent({ covers: () => false, review: () => Promise.reject(new Error("was asked")) }),
  ]);
  expect(member?.report.status).toBe("nothing-in-scope");
});

test("a crash is the agent's failure, and the others go on", async () => {
  const members = await ask([
    agent({ name: "bad", review: () => Promise.reject(new TypeError("x is not a function")) }),
    agent({ name: "good" }),
  ]);
  expect(members.map(({ report }) => report.status)).toEqual(["failed", "ok"]);
  expect(members[0]?.report.error?.code).toBe("agent/crashed");
  expect(members[0]?.coveredPaths).toEqual([]);
});

test("what a failed agent had used is accounted for", async () => {
  const usage = { requests: 2, inputTokens: 900, outputTokens: 80, costUsd: null };
  const error = new AgentError(
    "model/malformed-answer",
    "no JSON",
    { fix: "Another model." },
    usage,
  );
  const [member] = await ask([agent({ review: () => Promise.reject(error) })]);
  expect(member?.report).toMatchObject({ status: "failed", usage });
});

test("an agent that hangs, deaf to its signal, is left behind", async () => {
  const [member] = await ask([agent({ review: () => new Promise(() => {}) })]);
  expect(member?.report).toMatchObject({ status: "timed-out", error: { code: "agent/timed-out" } });
});

test("an agent that fails its health check is not asked", async () => {
  const error = new CodedError("model/no-key", "no key", { fix: "Set a key." });
  const [member] = await ask([
    agent({ check: () => Promise.reject(error), review: () => Promise.reject(new Error("asked")) }),
  ]);
  expect(member?.report).toMatchObject({
    status: "unhealthy",
    error: { code: "model/no-key", message: "no key", fix: "Set a key." },
  });
});

test("an agent that is not at hand misses nothing where all was reviewed before", async () => {
  const error = new CodedError("agents/no-checkout", "no checkout", { fix: "Check out." });
  const panel = createPanel({
    agents: [{ agent: agent({ check: () => Promise.reject(error) }), timeoutMs: 100 }],
    concurrency: 1,
    redactor: new Redactor(),
    signal: new AbortController().signal,
  });
  const carried = task.files.map((file) => ({ ...file, hunks: [] }));
  const statusOf = async (files: typeof task.files) =>
    (await panel.review({ ...task, files }))[0]?.report.status;
  expect(await statusOf(carried)).toBe("ok");
  expect(await statusOf([...carried.slice(1), ...task.files.slice(0, 1)])).toBe("unhealthy");
});

test("after three failures in a row a provider is not asked again", async () => {
  let asked = 0;
  const failing = (name: string): Agent =>
    agent({
      name,
      provider: "down",
      review: async () => {
        asked++;
        throw new Error("503");
      },
    });
  const members = await ask(["a", "b", "c", "d"].map(failing), { concurrency: 1 });
  expect(asked).toBe(3);
  expect(members[3]?.report.error?.code).toBe("agent/circuit-open");
});

test("a stopped run ends its agents", async () => {
  const stop = new AbortController();
  const pending = ask([agent({ review: () => new Promise(() => {}) })], { signal: stop.signal });
  stop.abort();
  expect((await pending)[0]?.report.error?.code).toBe("agent/stopped");
});

test("a registered secret is taken out of remarks and errors", async () => {
  const redactor = new Redactor();
  const secret = ["tok", "en", "0123456789"].join("-");
  redactor.add(secret);
  const remark = {
    place: { kind: "change" as const },
    severity: "low" as const,
    category: "correctness" as const,
    rule: "x/y",
    message: `saw ${secret}`,
    confidence: 1,
  };
  const members = await ask(
    [
      agent({ name: "talks", review: async () => ({ ...answer, remarks: [remark] }) }),
      agent({ name: "fails", review: () => Promise.reject(new Error(`401 for ${secret}`)) }),
    ],
    { redactor },
  );
  expect(JSON.stringify(members)).not.toContain(secret);
  expect(members[0]?.remarks[0]?.message).toBe("saw ***");
});

test("two agents of one name are refused", () => {
  expect(() =>
    createPanel({
      agents: [agent(), agent()].map((one) => ({ agent: one, timeoutMs: 1 })),
      concurrency: 1,
      redactor: new Redactor(),
      signal: new AbortController().signal,
    }),
  ).toThrow(/two agents are named "one"/);
});

test("whoever stands in answers under its own name, and nothing is lacking", async () => {
  const down = agent({
    name: "main",
    provider: "p",
    review: () =>
      Promise.reject(new CodedError("model/unavailable", "no answer", { fix: "Wait." })),
  });
  const spare = { agent: agent({ name: "spare", provider: "q" }), timeoutMs: 100 };
  const panel = createPanel({
    agents: [{ agent: down, timeoutMs: 100, standIn: spare }],
    concurrency: 1,
    redactor: new Redactor(),
    signal: new AbortController().signal,
  });
  const [main, other] = await panel.review(task);
  expect(main).toMatchObject({ name: "main", coveredPaths: [] });
  expect(main?.report.status).toBe("nothing-in-scope");
  expect(main?.report.error?.message).toBe("spare answered in its place: no answer");
  expect(other).toMatchObject({ name: "spare", provider: "q", coveredPaths: ["a.ts", "b.md"] });
});

test("whoever stands in is not asked while all goes well, and its failure is told with the other", async () => {
  let asked = 0;
  const spare = agent({
    name: "spare",
    review: () => {
      asked++;
      return Promise.reject(new Error("down too"));
    },
  });
  const ask = (main: Agent) =>
    createPanel({
      agents: [{ agent: main, timeoutMs: 100, standIn: { agent: spare, timeoutMs: 100 } }],
      concurrency: 1,
      redactor: new Redactor(),
      signal: new AbortController().signal,
    }).review(task);
  expect((await ask(agent({ name: "main" }))).map(({ name }) => name)).toEqual(["main"]);
  expect(asked).toBe(0);
  const members = await ask(agent({ name: "main", review: () => Promise.reject(new Error("x")) }));
  expect(members.map(({ name, report }) => [name, report.status])).toEqual([
    ["main", "failed"],
    ["spare", "failed"],
  ]);
});

test("a provider that others found to be down is not asked", async () => {
  const breakers = createBreakers();
  breakers.trip("house", 60_000);
  expect(breakers.isOpen("house")).toBe(true);
  const [member] = await ask([agent()], { breakers });
  expect(member?.report.error?.code).toBe("agent/circuit-open");
});
