import { CodedError } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import { createFakeRunner } from "../../../test/support/fake-runner.ts";
import { secret } from "./inputs/input.ts";
import type { Kit } from "./kit.ts";
import { type Conclusion, runAction } from "./run-action.ts";

const token = ["gh", "s_", "x".repeat(36)].join("");

async function run(
  main: (kit: Kit) => Promise<Conclusion>,
  signal: AbortSignal = new AbortController().signal,
) {
  const runner = createFakeRunner({ INPUT_TOKEN: token });
  const code = await runAction(runner, signal, main);
  return { code, runner };
}

const throws = (thrown: unknown) => async (): Promise<Conclusion> => {
  throw thrown;
};

test("what passes exits with 0, what failed on purpose with 1", async () => {
  expect((await run(async () => "passed")).code).toBe(0);
  expect((await run(async () => "failed")).code).toBe(1);
});

test("an error shows its code, its place and its fix beside the run and on its page", async () => {
  const error = new CodedError("x/broken", "the thing is broken", {
    fix: "Mend it.",
    place: "swarm.yml:3:1",
  });
  const { code, runner } = await run(throws(error));
  expect(code).toBe(1);
  expect(runner.annotations()).toEqual([
    {
      kind: "annotation",
      level: "error",
      title: "x/broken",
      text: "the thing is broken\nat swarm.yml:3:1\nfix: Mend it.",
    },
  ]);
  expect(runner.summary()).toContain("### Failed: `x/broken`");
  expect(runner.summary()).toContain("fix: Mend it.");
});

test("anything else that is thrown is a fault of the action, and is red", async () => {
  const { code, runner } = await run(throws(new TypeError("x is undefined")));
  expect(code).toBe(1);
  expect(runner.annotations()[0]).toMatchObject({ title: "action/internal-error" });
  expect(runner.summary()).toContain("x is undefined");
});

test.each([["a string"], [undefined], [null], [{ a: 1 }]])("even %j", async (thrown) => {
  expect((await run(throws(thrown))).code).toBe(1);
});

test("a job that names no repository is refused with the fix", async () => {
  const runner = createFakeRunner({ GITHUB_REPOSITORY: "" });
  const code = await runAction(runner, new AbortController().signal, async () => "passed");
  expect(code).toBe(1);
  expect(runner.annotations()[0]).toMatchObject({ title: "action/no-repository" });
});

test("no secret leaves the action, by whatever way", async () => {
  const { runner } = await run(async (kit) => {
    kit.inputs({ token: secret() });
    kit.info(`info ${token}`);
    kit.output("leak", token);
    kit.annotate({ level: "warning", title: token, text: token });
    kit.summary.add(token);
    throw new Error(`with ${token}`);
  });
  expect(runner.told).toContainEqual({ kind: "mask", value: token });
  expect(runner.everything()).not.toContain(token);
});

test("what somebody else wrote gives the runner no orders", async () => {
  const { runner } = await run(async (kit) => {
    kit.info("fine\n::set-output name=a::b");
    throw new CodedError("x/y", "bad\n::stop-commands::z", { fix: "Mend it." });
  });
  expect(JSON.stringify(runner.told)).not.toMatch(/\\n::/);
});

test("stages become a timeline, the one that failed included", async () => {
  const { runner } = await run(async (kit) => {
    await kit.stage("Read", async () => {});
    await kit.stage("Write", throws(new Error("no")));
    return "passed";
  });
  expect(runner.told.filter(({ kind }) => kind.startsWith("group"))).toEqual([
    { kind: "group", title: "Read" },
    { kind: "group-end" },
    { kind: "group", title: "Write" },
    { kind: "group-end" },
  ]);
  expect(runner.summary()).toMatch(/\| Read \| 10 ms .*\n\| Write \(failed\) \| 10 ms/);
});

test("beyond ten of a level, annotations are lines of the log", async () => {
  const { runner } = await run(async (kit) => {
    const place = { path: "a.ts", startLine: 3, endLine: 3 };
    for (let at = 1; at <= 12; at++) {
      kit.annotate({ level: "warning", title: `T${at}`, text: "t", place });
    }
    kit.annotate({ level: "notice", title: "N", text: "n" });
    return "passed";
  });
  expect(runner.annotations()).toHaveLength(11);
  expect(runner.told).toContainEqual({ kind: "info", text: "warning: a.ts:3: T12: t" });
});

test("a summary that cannot be written costs the run nothing", async () => {
  const refusing = {
    ...createFakeRunner(),
    writeSummary: () => Promise.reject(new Error("disk full")),
  };
  const code = await runAction(refusing, new AbortController().signal, async (kit) => {
    kit.summary.add("x");
    return "passed";
  });
  expect(code).toBe(0);
});

describe("a cancelled run", () => {
  test("says so whatever its work threw, and is red", async () => {
    const cancel = new AbortController();
    const { code, runner } = await run(async () => {
      cancel.abort();
      throw new Error("aborted");
    }, cancel.signal);
    expect(code).toBe(1);
    expect(runner.annotations()[0]).toMatchObject({ title: "action/cancelled" });
  });

  test("does not wait for work that is deaf to it", { timeout: 120_000 }, async () => {
    const cancel = new AbortController();
    const running = run(() => new Promise(() => {}), cancel.signal);
    // Keeps the process alive: the wait itself does not.
    const alive = setInterval(() => {}, 1000);
    cancel.abort();
    expect((await running).code).toBe(1);
    clearInterval(alive);
  });
});
