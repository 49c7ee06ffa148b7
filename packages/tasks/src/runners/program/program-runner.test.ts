import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redactor } from "@swarm-actions/core";
import type { Json, Task, TaskResult } from "@swarm-actions/swarm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProgramSetup } from "./program.ts";
import { createProgramRunner } from "./program-runner.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "program-runner-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const task = (key: string, payload: Json = key): Task => {
  return { key, kind: "json", affinity: null, size: 1, payload };
};

function setup(overrides: Partial<ProgramSetup> = {}): ProgramSetup {
  return {
    program: { kind: "script", text: "true" },
    per: "task",
    taskSeconds: 200,
    directory: folder,
    environment: { PATH: process.env.PATH },
    redactor: new Redactor(),
    temporary: folder,
    reports: [],
    ...overrides,
  };
}

const script = (text: string): ProgramSetup["program"] => ({ kind: "script", text });

/** One that ended but was not yet cleared away runs no more. */
function isRunning(id: number): boolean {
  const { status, stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(id)], {
    encoding: "utf8",
  });
  return status === 0 && !stdout.startsWith("Z");
}

async function run(given: ProgramSetup, tasks: readonly Task[], signal?: AbortSignal) {
  const results: TaskResult[] = [];
  const runner = createProgramRunner(given);
  const never = new AbortController().signal;
  await runner.run(tasks, (result) => void results.push(result), signal ?? never);
  return results;
}

describe("a task of its own", () => {
  test("is done when the program exits with 0, with what it printed", async () => {
    const began = Date.now();
    const program = script('echo "I am $SWARM_TASK_KEY"; echo "and $SWARM_TASK" >&2');
    const [result] = await run(setup({ program }), [task("a", { n: 1 })]);
    expect(result).toMatchObject({
      key: "a",
      status: "done",
      output: 'I am a\nand {"n":1}',
      votes: [],
      error: null,
      usage: null,
    });
    expect(result?.seconds).toBeGreaterThan(0);
    expect(result?.startedAt).toBeGreaterThanOrEqual(began);
    expect(result?.startedAt).toBeLessThanOrEqual(Date.now());
  });

  test("has failed when it exits otherwise, and says how", async () => {
    const program = script('echo "no luck"; exit 7');
    const [result] = await run(setup({ program }), [task("a")]);
    expect(result).toMatchObject({ status: "failed", error: { code: "task/failed" } });
    expect(result?.error?.message).toBe("the program exited with 7: no luck");
  });

  test("stops at the first command that fails", async () => {
    const [result] = await run(setup({ program: script("false\necho never") }), [task("a")]);
    expect(result).toMatchObject({ status: "failed", output: "" });
  });

  test("is a file as well, and a program needs no shell", async () => {
    const words = [process.execPath, "-e", "process.stdout.write(process.env.SWARM_TASK_FILE)"];
    const given = setup({ program: { kind: "words", words } });
    const [result] = await run(given, [task("a")]);
    expect(String(result?.output)).toMatch(/task\.json$/);
    const read = script('cat "$SWARM_TASK_FILE"');
    const [whole] = await run(setup({ program: read }), [task("a", ["b"])]);
    expect(JSON.parse(String(whole?.output))).toEqual(task("a", ["b"]));
  });

  test.each([
    "$(touch made)",
    "`touch made`",
    "'; touch made; '",
    '"; touch made; "',
    "a\ntouch made\n",
    "$" + "{IFS}&& touch made",
    "\u0000; touch made",
  ])("%j is data, never code", async (payload) => {
    const program = script('printf %s "$SWARM_TASK" > seen.json; ls > files.txt');
    const [result] = await run(setup({ program }), [task("k", payload)]);
    expect(result?.status).toBe("done");
    expect(JSON.parse(readFileSync(join(folder, "seen.json"), "utf8"))).toBe(payload);
    expect(existsSync(join(folder, "made"))).toBe(false);
  });

  test("too large for a variable, it is in the file alone", async () => {
    const program = script(
      'test -z "$' + '{SWARM_TASK+set}"; wc -c < "$SWARM_TASK_FILE" | tr -d " "',
    );
    const [result] = await run(setup({ program }), [task("a", "x".repeat(200_000))]);
    expect(Number(result?.output)).toBeGreaterThan(200_000);
  });

  test("sees nothing but what it is given", async () => {
    const given = setup({ program: script("env | cut -d= -f1 | sort") });
    const [result] = await run(given, [task("a")]);
    const names = String(result?.output).split("\n");
    expect(names.filter((name) => !/^(SWARM_|PWD|SHLVL|_$|OLDPWD|PATH$)/.test(name))).toEqual([]);
    expect(names).toContain("SWARM_RESULT_FILE");
  });

  test("leaves nothing behind", async () => {
    await run(setup(), [task("a"), task("b")]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is killed, with all that it started, when it takes too long", async () => {
    const program = script("sleep 600 & echo $! > started; sleep 600");
    const given = setup({ program, taskSeconds: 4 });
    const [result] = await run(given, [task("a")]);
    expect(result).toMatchObject({ status: "failed", error: { code: "task/timed-out" } });
    const started = Number(readFileSync(join(folder, "started"), "utf8"));
    expect(started).toBeGreaterThan(0);
    await expect.poll(() => isRunning(started), { timeout: 60_000 }).toBe(false);
  });

  test("may be given longer than any timer lasts", async () => {
    const [result] = await run(setup({ program: script("sleep 0.2"), taskSeconds: 9e6 }), [
      task("a"),
    ]);
    expect(result).toMatchObject({ status: "done" });
  });

  test("is told nothing about when the swarm is stopped", async () => {
    const stop = new AbortController();
    const program = script('test "$SWARM_TASK_KEY" = a || { touch begun; sleep 600; }');
    const work = run(setup({ program }), [task("a"), task("b"), task("c")], stop.signal);
    await expect.poll(() => existsSync(join(folder, "begun")), { timeout: 60_000 }).toBe(true);
    stop.abort();
    expect((await work).map(({ key }) => key)).toEqual(["a"]);
  });

  test("keeps the end of a long output, and no secret", async () => {
    const secret = ["tok", "en-", "0123456789"].join("");
    const redactor = new Redactor();
    redactor.add(secret);
    const program = script(`yes line | head -c 3000000; echo "the end ${secret}"`);
    const lines: string[] = [];
    const given = setup({ program, redactor, onLine: (line) => void lines.push(line) });
    const [result] = await run(given, [task("a")]);
    expect(String(result?.output).length).toBeLessThanOrEqual(16 * 1024);
    expect(String(result?.output)).toMatch(/line\nthe end \*\*\*$/);
    expect(lines.at(-1)).toBe("the end ***");
  });
});

describe("the result file", () => {
  const writes = (json: string): ProgramSetup["program"] => {
    return { kind: "words", words: ["sh", "-c", 'printf %s "$0" > "$SWARM_RESULT_FILE"', json] };
  };
  const answer = async (json: string, redactor = new Redactor()) => {
    return (await run(setup({ program: writes(json), redactor }), [task("a")]))[0];
  };

  test("says what came of it, how it votes, and what it used", async () => {
    const vote = { item: "i", voter: "me", label: "yes" };
    const used = { requests: 2, inputTokens: 10, outputTokens: 3, costUsd: 0.5 };
    const json = JSON.stringify({ output: { n: [1] }, votes: [vote], usage: used });
    expect(await answer(json)).toMatchObject({
      status: "done",
      output: { n: [1] },
      votes: [vote],
      usage: used,
    });
  });

  test("loses known secrets, wherever they stand", async () => {
    const secret = 'quo"te-0123456789';
    const redactor = new Redactor();
    redactor.add(secret);
    const result = await answer(JSON.stringify({ output: { [secret]: [secret] } }), redactor);
    expect(result?.output).toEqual({ "***": ["***"] });
  });

  test.each([
    ["no JSON", "{"],
    ["another shape", '{"result": 1}'],
    ["a vote without an item", '{"votes": [{"voter": "a", "label": "b"}]}'],
    ["a negative price", '{"usage": {"costUsd": -1}}'],
    ["too deep", `{"output": ${"[".repeat(9000)}${"]".repeat(9000)}}`],
  ])("that holds %s fails the task", async (_what, json) => {
    const result = await answer(json);
    expect(result).toMatchObject({ status: "failed", error: { code: "tasks/invalid-result" } });
  });

  test.each([
    ["a link", 'ln -s /etc/hostname "$SWARM_RESULT_FILE"'],
    ["a pipe", 'mkfifo "$SWARM_RESULT_FILE"'],
    ["a folder", 'mkdir "$SWARM_RESULT_FILE"'],
    ["too large", 'head -c 2000000 /dev/zero > "$SWARM_RESULT_FILE"'],
  ])("that is %s fails the task", async (_what, text) => {
    const [result] = await run(setup({ program: script(text) }), [task("a")]);
    expect(result).toMatchObject({ status: "failed", error: { code: "tasks/invalid-result" } });
  });

  test("does not turn a failure into a success", async () => {
    const program = script('echo \'{"output": 1}\' > "$SWARM_RESULT_FILE"; exit 3');
    const [result] = await run(setup({ program }), [task("a")]);
    expect(result).toMatchObject({ status: "failed", output: 1, error: { code: "task/failed" } });
  });
});

describe("a block of tasks", () => {
  const three = [task("a"), task("b"), task("c")];
  const block = (text: string, overrides: Partial<ProgramSetup> = {}) => {
    return run(setup({ program: script(text), per: "block", ...overrides }), three);
  };
  const total = (results: readonly TaskResult[]) =>
    results.reduce((sum, { seconds }) => sum + seconds, 0);

  test("is one run, which may say of each what came of it", async () => {
    const results = await block(`
      test "$(wc -l < "$SWARM_TASKS_FILE" | tr -d " ")" = 3
      while read -r key; do
        echo "{\\"key\\": \\"$key\\", \\"output\\": \\"did $key\\", \\"seconds\\": 0.001}"
      done < "$SWARM_KEYS_FILE" > "$SWARM_RESULT_FILE"`);
    expect(results.map(({ key, status, output }) => [key, status, output])).toEqual([
      ["a", "done", "did a"],
      ["b", "done", "did b"],
      ["c", "done", "did c"],
    ]);
  });

  test("shares its time among its tasks", async () => {
    const results = await block(
      'echo \'{"key":"a","seconds":0.1}\' > "$SWARM_RESULT_FILE"; sleep 0.3',
    );
    expect(results[0]?.seconds).toBeCloseTo(0.1);
    expect(results[1]?.seconds).toBe(results[2]?.seconds);
    expect(total(results)).toBeGreaterThan(0.3);
  });

  test("that exits otherwise fails those that it did not call done", async () => {
    const results = await block(
      'echo \'{"key":"b","status":"done"}\' > "$SWARM_RESULT_FILE"; exit 1',
    );
    expect(results.map(({ status }) => status)).toEqual(["failed", "done", "failed"]);
  });

  test("may call a task failed though it exits with 0", async () => {
    const line = '{"key":"c","status":"failed","message":"1 of 2 cases"}';
    const results = await block(`echo '${line}' > "$SWARM_RESULT_FILE"`);
    expect(results.map(({ error }) => error?.message)).toEqual([
      undefined,
      undefined,
      "1 of 2 cases",
    ]);
  });

  test("that takes too long keeps what it wrote whole", async () => {
    const text = `printf '{"key":"a","status":"done"}\\n{"key":"b","sta' > "$SWARM_RESULT_FILE"; sleep 600`;
    const results = await block(text, { taskSeconds: 3 });
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
      "done",
      "task/timed-out",
      "task/timed-out",
    ]);
  });
});

test("an agent of a mesh reads what its peers said last", async () => {
  const results: TaskResult[] = [];
  const runner = createProgramRunner(setup({ program: script('cat "$SWARM_PEERS_FILE"') }));
  const answer = { key: "a", status: "done", output: "no", votes: [], error: null } as const;
  const peer = { worker: 1, result: { ...answer, startedAt: 0, seconds: 1, usage: null } };
  const mesh = { round: 1, peers: new Map([["a", [peer]]]) };
  const never = new AbortController().signal;
  await runner.run([task("a")], (result) => void results.push(result), never, mesh);
  expect(JSON.parse(String(results[0]?.output))).toEqual({
    round: 1,
    tasks: [{ key: "a", peers: [{ worker: 1, status: "done", output: "no", votes: [] }] }],
  });
});

describe("the check before the first task", () => {
  const check = (overrides: Partial<ProgramSetup>) => {
    return createProgramRunner(setup(overrides)).check(new AbortController().signal);
  };

  test("finds the shell, or the program", async () => {
    await check({});
    await check({ program: { kind: "words", words: ["node"] } });
  });

  test.each([
    ["an empty script", script(" \n"), "tasks/no-program"],
    ["no words", { kind: "words", words: [] } as const, "tasks/no-program"],
    ["no such program", { kind: "words", words: ["no-such-1"] } as const, "command/not-started"],
  ])("refuses %s", async (_what, program, code) => {
    await expect(check({ program })).rejects.toMatchObject({ code });
  });
});
