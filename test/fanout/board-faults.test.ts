import { expect, test } from "vitest";
import type { Fault } from "../../packages/sandbox/src/kernel/fault.ts";
import { startBoardJobs } from "../support/board-jobs.ts";

const name = "zz-swarm-claim-a1-w0-b0-e0";

test("of several jobs that want one name at once, one gets it", async () => {
  await using jobs = await startBoardJobs();
  const racers = await Promise.all(["a", "b", "c", "d"].map((job) => jobs.start(job)));
  for (let block = 0; block < 3; block++) {
    const wanted = `zz-swarm-claim-a1-w0-b${block}-e0`;
    const answers = await Promise.all(racers.map((racer) => racer.ask("claim", wanted)));
    expect(answers.toSorted()).toEqual(["taken", "taken", "taken", "won"]);
  }
  const [racer] = racers;
  expect(await racer?.ask("list", "zz-swarm-claim-")).toHaveLength(3);
});

test("a burnt name is taken, and never listed", async () => {
  await using jobs = await startBoardJobs();
  const job = await jobs.start("work");
  jobs.sandbox.addFault({ effect: { kind: "burnt" }, path: /CreateArtifact$/ });
  expect(await job.ask("claim", name)).toBe("taken");
  expect(await job.ask("list", "zz-")).toEqual([]);
  expect(await job.ask("put", name, "{}")).toBe("taken");
  expect(await job.ask("get", name, 100)).toMatch(/^board\/not-found/);
});

const create = { path: /CreateArtifact$/ };
const upload = { path: /^\/blobs\//, method: "PUT" };
const finalize = { path: /FinalizeArtifact$/ };
const down = { kind: "status", status: 503 } as const;
/** The work is done, and denied: GitHub's client repeats it, and meets itself. */
const denied = { kind: "spoilt", status: 502 } as const;
const lost = { kind: "lost" } as const;
const limit = { kind: "rate-limit", status: 429, retryAfter: 1 } as const;
const refused = { kind: "status", status: 403 } as const;
const unavailable = /^board\/unavailable/;

interface Case {
  readonly title: string;
  readonly fault: Fault;
  readonly claim: RegExp;
  readonly put: RegExp;
  readonly seen: 0 | 1;
}

function when(title: string, fault: Fault, claim: RegExp, put: RegExp, seen: 0 | 1): Case {
  return { title, fault, claim, put, seen };
}

const often = { times: 20 };
/** Whoever created the name knows that it is theirs, whatever becomes of the content. */
const cases: readonly Case[] = [
  when("no name, once", { ...create, effect: down }, /^won$/, /^kept$/, 1),
  when("no name, ever", { ...create, ...often, effect: down }, /^unknown$/, unavailable, 0),
  when("a name, denied", { ...create, effect: denied }, /^taken$/, /^taken$/, 0),
  when(
    "a name, always denied",
    { ...create, ...often, effect: denied },
    /^unknown$/,
    unavailable,
    0,
  ),
  when("a name, its answer lost", { ...create, effect: lost }, /^unknown$/, unavailable, 0),
  when("a limit before the name", { ...create, effect: limit }, /^won$/, /^kept$/, 1),
  when("a limit without end", { ...create, ...often, effect: limit }, /^unknown$/, unavailable, 0),
  when("no right to a name", { ...create, effect: refused }, unavailable, unavailable, 0),
  when("no upload, once", { ...upload, effect: down }, /^won$/, /^kept$/, 1),
  when("no upload, ever", { ...upload, ...often, effect: down }, /^won$/, unavailable, 0),
  when("an upload, its answer lost", { ...upload, effect: lost }, /^won$/, /^kept$/, 1),
  when("no upload allowed", { ...upload, effect: refused }, /^won$/, unavailable, 0),
  when("no end, once", { ...finalize, effect: down }, /^won$/, /^kept$/, 1),
  when("no end, ever", { ...finalize, ...often, effect: down }, /^won$/, unavailable, 0),
  when("an end, denied", { ...finalize, effect: denied }, /^won$/, /^kept$/, 1),
  when("an end, its answer lost", { ...finalize, effect: lost }, /^won$/, unavailable, 1),
];

test("what goes wrong at a step of a claim or a page tells how far it came", async () => {
  await using jobs = await startBoardJobs();
  const [job, other] = await Promise.all([jobs.start("one"), jobs.start("other")]);
  for (const [place, { title, fault, claim, put, seen }] of cases.entries()) {
    const [claimed, page] = [
      `zz-swarm-claim-a1-w0-b${place}-e0`,
      `zz-swarm-result-a1-w0-p${place}-e0`,
    ];
    jobs.sandbox.addFault(fault);
    expect(await job.ask("claim", claimed), title).toMatch(claim);
    jobs.sandbox.clearFaults();
    jobs.sandbox.addFault(fault);
    expect(await job.ask("put", page, "{}"), title).toMatch(put);
    jobs.sandbox.clearFaults();
    const isFree = fault.effect.kind === "status" && fault.path === create.path && seen === 0;
    expect(await other.ask("claim", claimed), title).toBe(
      isFree || isLimit(fault) ? "won" : "taken",
    );
    expect(await other.ask("list", page), title).toHaveLength(seen);
  }
});

test("GitHub's client waits for ever for the rest of an answer; the board does not", async () => {
  await using jobs = await startBoardJobs();
  const job = await jobs.start("one", { patience: 20_000 });
  for (const [place, { path }] of [create, finalize].entries()) {
    const fault = { effect: { kind: "cut" }, path } as const;
    jobs.sandbox.addFault(fault);
    expect(await job.ask("claim", `zz-swarm-claim-a1-w0-b${place}-e0`)).toBe("unknown");
    jobs.sandbox.addFault(fault);
    expect(await job.ask("put", `zz-swarm-result-a1-w0-p${place}-e0`, "{}")).toMatch(unavailable);
  }
});

test("what is listed late is there once it is listed", async () => {
  await using jobs = await startBoardJobs();
  const [job, other] = await Promise.all([jobs.start("one"), jobs.start("other")]);
  jobs.sandbox.addFault({ effect: { kind: "late", looks: 2 }, path: /FinalizeArtifact$/ });
  expect(await job.ask("claim", name)).toBe("won");
  expect(await other.ask("list", name)).toEqual([]);
  expect(await other.ask("claim", name)).toBe("taken");
  expect(await other.ask("list", name)).toEqual([]);
  expect(await other.ask("list", name)).toHaveLength(1);
});

const content = '{"a":1}';

/** What reading comes to when one thing goes wrong. */
const reads: readonly [title: string, fault: Fault, get: string | RegExp][] = [
  ["no list, once", { effect: down, path: /ListArtifacts$/ }, content],
  ["no list, ever", { effect: down, path: /ListArtifacts$/, ...often }, unavailable],
  ["a list, its answer lost", { effect: lost, path: /ListArtifacts$/ }, unavailable],
  ["no address, once", { effect: down, path: /GetSignedArtifactURL$/ }, content],
  ["no address, ever", { effect: down, path: /GetSignedArtifactURL$/, ...often }, unavailable],
  ["no download, once", { effect: down, path: /^\/blobs\//, method: "GET" }, content],
  ["no download, ever", { effect: down, path: /^\/blobs\//, method: "GET", ...often }, unavailable],
  ["a download, lost once", { effect: lost, path: /^\/blobs\//, method: "GET" }, content],
];

test("what goes wrong while reading is repeated, or told", async () => {
  await using jobs = await startBoardJobs();
  const [job, other] = await Promise.all([jobs.start("one"), jobs.start("other")]);
  const page = "zz-swarm-result-a1-w0-p0-e0";
  await job.ask("put", page, content);
  for (const [title, fault, expected] of reads) {
    jobs.sandbox.addFault(fault);
    expect(await other.ask("get", page, 1000), title).toMatch(expected);
    jobs.sandbox.clearFaults();
  }
  expect(await other.ask("get", page, 1000)).toBe(content);
});

test.each([
  ["visible", "taken", 1],
  ["hidden", "won", 0],
] as const)("names of an earlier attempt may be %s", async (earlier, answer, seen) => {
  await using jobs = await startBoardJobs({ actions: { "earlier-attempts": earlier } });
  const first = await jobs.start("work");
  const second = await jobs.start("work", { attempt: 2 });
  expect(await first.ask("claim", name)).toBe("won");
  expect(await second.ask("list", "zz-")).toHaveLength(seen);
  expect(await second.ask("claim", name)).toBe(answer);
  expect(await second.ask("claim", name.replace("-a1-", "-a2-"))).toBe("won");
});

/** A limit keeps a request from its work, however often. */
function isLimit({ effect, times }: Fault): boolean {
  return effect.kind === "rate-limit" && times !== undefined;
}
