import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createSample } from "./sample/create-sample.ts";
import { top } from "./top.ts";

// `npm start`: reviews a sample change, or with `--repo DIR [--base REF]` one's own repository,
// shows the review and ends with the path of its HTML report.

interface Target {
  readonly title: string;
  readonly args: readonly string[];
}

const { repo, base } = readArguments();
const target = repo === undefined ? sample() : own(repo);
const report = join(top, ".build", "report.html");

console.log(`${target.title}\n`);
const cli = join(top, "packages/cli/dist/index.js");
const args = [cli, "review", ...target.args, "--fail-on", "never", "--html", report];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
if (status === 0) console.log(`\nOpen the report in a browser:\n${report}`);
process.exitCode = status ?? 2;

function sample(): Target {
  const { repository, base: from, config } = createSample(join(top, ".build", "sample"));
  return {
    title: "Reviewing a sample: a tea shop's branch that adds refunds and faster prices.",
    args: ["-C", repository, "--base", from, "--config", config],
  };
}

function own(folder: string): Target {
  // npm changes to the project's folder; the path was meant from where it was typed.
  const directory = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  const since = base === undefined ? [] : ["--base", base];
  return { title: `Reviewing ${directory}.`, args: ["-C", directory, ...since] };
}

function readArguments(): { readonly repo?: string; readonly base?: string } {
  try {
    const options = { repo: { type: "string" }, base: { type: "string" } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error("Usage: npm start [-- --repo DIR [--base REF]]");
    process.exit(2);
  }
}
