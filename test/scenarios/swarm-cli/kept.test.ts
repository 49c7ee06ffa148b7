import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function swarm(args: readonly string[], input = '["a","b"]') {
  return runCli(["swarm", "run", ...args], { cwd: folder, input, timeoutMs: 60_000 });
}

const inRun = (name: string): string => join(folder, "run", name);

/** One voter says something in each task: on one item it votes twice. */
const votesTwice = [
  "sh",
  "-c",
  `printf '{"votes":[{"item":"i","voter":"v","label":"%s"}]}' "$SWARM_TASK_KEY" > "$SWARM_RESULT_FILE"`,
];

test("votes that contradict each other cost the verdict, and not the results", async () => {
  const run = await swarm(["--output", "run", "--", ...votesTwice]);
  expect(run.code, run.stderr).toBe(1);
  expect(run.stderr).toContain(
    'No verdict (consensus/duplicate-voter): "v" votes twice on "i"\n  fix: Give every voter a name of its own. The results are kept; nothing was decided.',
  );
  expect(run.stdout).toContain("2 of 2 tasks have a result");
  expect(JSON.parse(readFileSync(inRun("report.json"), "utf8"))).toMatchObject({
    outcome: "complete",
    verdict: null,
  });
  expect(readFileSync(inRun("results.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
  const audit = await runCli(["audit", "verify", inRun("audit.jsonl")]);
  expect(audit.code, audit.stdout).toBe(0);
});

test("votes are counted by the rule of the settings, unless another is asked for", async () => {
  writeFileSync(join(folder, "swarm.yml"), "review:\n  consensus: unanimous\n");
  const vote = `printf '{"votes":[{"item":"i","voter":"%s","label":"yes"}]}' "$SWARM_TASK_KEY" > "$SWARM_RESULT_FILE"`;
  const appliedIn = async (output: string, ...more: readonly string[]) => {
    const args = ["--config", "swarm.yml", "--output", output, ...more];
    const run = await swarm([...args, "--", "sh", "-c", vote]);
    expect(run.code, run.stderr).toBe(0);
    return JSON.parse(readFileSync(join(folder, output, "report.json"), "utf8")).verdict.applied;
  };
  expect(await appliedIn("run")).toBe("unanimous");
  expect(await appliedIn("other", "--consensus", "quorum(2)")).toBe("quorum:2");
});

test("a file that is no history is not lost when a history is written in its place", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  const run = await swarm(["--output", "run", "--history", "notes.txt", "--", "true"]);
  expect(run.code, run.stderr).toBe(0);
  expect(run.stderr).toContain("notes.txt.old");
  expect(readFileSync(join(folder, "notes.txt.old"), "utf8")).toBe("mine");
  expect(JSON.parse(readFileSync(join(folder, "notes.txt"), "utf8"))).toMatchObject({ runs: 1 });
});

describe("what cannot be read or written is named", () => {
  test.each([
    ["--output", ["--output", "file"]],
    ["--output", ["--output", "file/below"]],
    ["--history", ["--history", "."]],
    ["--history", ["--history", "file/h.json"]],
  ])("before the work, for %s (%j)", async (option, args) => {
    writeFileSync(join(folder, "file"), "");
    const run = await swarm([...args, "--", "touch", "done"]);
    expect(run.code, run.stderr).toBe(2);
    expect(run.stderr).toContain(`error: ${option}: `);
    expect(run.stderr).not.toContain("internal error");
    expect(existsSync(join(folder, "done"))).toBe(false);
  });

  test("after it, when the result is kept and shown", async () => {
    writeFileSync(join(folder, "file"), "");
    const run = await swarm(["--output", "run", "--html", "file/p.html", "--", "true"]);
    expect(run.code, run.stderr).toBe(2);
    expect(run.stderr).toContain("error: --html: ");
    expect(run.stderr).not.toContain("internal error");
    expect(run.stdout).toContain("2 of 2 tasks have a result");
    expect(existsSync(inRun("results.jsonl"))).toBe(true);
  });

  test.runIf(process.platform === "linux")("though nothing can be made there", async () => {
    const run = await swarm(["--output", "/proc/nothing/run", "--", "true"]);
    expect(run.code, run.stderr).toBe(2);
    expect(run.stderr).toContain("error: --output: ");
  });
});

describe("a program that cannot be started is named", () => {
  test("where it is a folder", async () => {
    const run = await swarm(["--output", "run", "--", "/"]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("command/not-started: Cannot start `/`: it is a folder");
  });

  test.skipIf(process.platform === "win32")("where what should run it is missing", async () => {
    writeFileSync(join(folder, "program"), "#!/no/such/interpreter\n", { mode: 0o755 });
    const run = await swarm(["--output", "run", "--", "./program"]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("doing tasks: command/not-started: Cannot start `./program`");
  });
});

describe("limits of time", () => {
  test("--max-minutes ends the run, whatever it was expected to take", async () => {
    const args = ["--workers", "1", "--output", "run", "--max-minutes", "0.05"];
    const run = await swarm([...args, "--", "sh", "-c", '[ "$SWARM_TASK_KEY" = a ] || sleep 30']);
    expect(run.code, run.stderr).toBe(3);
    expect(run.stdout).toContain("1 of 2 tasks has a result");
    expect(run.stderr).toContain("--resume");
  });

  test("of many days are none", async () => {
    const args = ["--output", "run", "--max-minutes", "100000", "--task-timeout", "9000000"];
    const run = await swarm([...args, "--", "sleep", "0.2"]);
    expect(run.code, run.stdout).toBe(0);
  });
});
