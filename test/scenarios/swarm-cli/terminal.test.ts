import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtCli } from "../../support/run-cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "swarm-terminal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** util-linux's `script` gives a program a terminal of its own. */
function hasScript(): boolean {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
}

interface Shown {
  readonly code: number | null;
  /** All that the terminal was sent. */
  readonly sent: string;
}

/** A file for programs to wait for, and what the terminal has been sent when it is made. */
interface Sign {
  readonly file: string;
  readonly shown: readonly RegExp[];
}

/** Runs a swarm at a terminal of 90 columns and 20 lines; the tasks come from a file. */
async function atTerminal(
  args: string,
  tasks: readonly unknown[],
  signs: readonly Sign[] = [],
): Promise<Shown> {
  writeFileSync(join(folder, "tasks.json"), JSON.stringify(tasks));
  const source = "--source json --select tasks.json --output run";
  const line = `stty cols 90 rows 20; exec ${process.execPath} ${builtCli} swarm run ${source} ${args}`;
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", TERM: "xterm", SHELL: "/bin/sh" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), 240_000);
  let sent = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    sent += part;
    for (const { file, shown } of signs) {
      if (shown.every((text) => text.test(sent))) writeFileSync(join(folder, file), "");
    }
  });
  try {
    return await new Promise((resolve) => child.on("close", (code) => resolve({ code, sent })));
  } finally {
    clearTimeout(timer);
  }
}

/** What stands on the terminal at the end: lines that were taken back are gone. */
function left(sent: string): string {
  const lines: string[] = [];
  for (const part of sent.replaceAll("\u001b", "␛").split(/(␛\[\d+A\r␛\[J)/)) {
    const back = /^␛\[(\d+)A/.exec(part)?.[1];
    if (back === undefined) lines.push(...part.replace(/\r?\n$/, "").split(/\r?\n/));
    else lines.splice(lines.length - Number(back));
  }
  return lines.join("\n");
}

describe.runIf(hasScript())("at a terminal", () => {
  test("workers, blocks and the time that is left are shown, and taken back at the end", async () => {
    // Four tasks end once the beginning was shown, the others once those and both workers were.
    const wait = (file: string) => `until test -e ${file}; do sleep 0.05; done`;
    const count = "n=1; until mkdir n$n 2>/dev/null; do n=$((n+1)); done";
    const run = `--workers 2 -- sh -c '${wait("begin")}; ${count}; test $n -le 4 || ${wait("end")}'`;
    const first = [/0 of 8 tasks done · 0 of \d+ blocks · 2 workers/];
    const then = [
      /4 of 8 tasks done · [1-9]\d* of \d+ blocks · 2 workers/,
      /about (?:\d+ s left|to end)/,
      /^ {4}0 {5}\d {2}w[01]-b\d+ +[a-h]\r$/m,
      /^ {4}1 {5}\d {2}w[01]-b\d+ +[a-h]\r$/m,
    ];
    const { code, sent } = await atTerminal(
      run,
      ["a", "b", "c", "d", "e", "f", "g", "h"],
      [
        { file: "begin", shown: first },
        { file: "end", shown: then },
      ],
    );
    expect(code, sent).toBe(0);
    for (const text of [...first, ...then]) expect(sent).toMatch(text);
    const end = left(sent);
    expect(end).not.toContain("tasks done");
    expect(end).toContain("8 of 8 tasks have a result");
  });

  test("no key of a task moves the cursor, and long ones are cut", async () => {
    const keys = [`${"x".repeat(200)}-1`, "\u202Eevil"];
    const tasks = keys.map((payload) => ({ payload }));
    const run = "--workers 2 -- sh -c 'until test -e shown; do sleep 0.05; done'";
    const shown = { file: "shown", shown: [/w[01]-b\d[^\n]*\n/] };
    const { code, sent } = await atTerminal(run, tasks, [shown]);
    expect(code, sent).toBe(0);
    const live = sent.split(/\r?\n/).filter((line) => /w[01]-b\d/.test(line));
    expect(live.length).toBeGreaterThan(0);
    expect(Math.max(...live.map((line) => line.length))).toBeLessThan(90);
    expect(sent).not.toContain("\u202E");
  });

  test("a lost worker is told above the lines that are shown", async () => {
    const killed = `'if mkdir killed 2>/dev/null; then kill -9 $PPID; fi; sleep 0.2'`;
    const { code, sent } = await atTerminal(`--workers 2 -- sh -c ${killed}`, [1, 2, 3, 4, 5, 6]);
    expect(code, sent).toBe(0);
    expect(left(sent)).toMatch(/worker [01] was lost: SIGKILL ended it/);
    expect(left(sent)).not.toContain("tasks done");
  });
});
