import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { homedir } from "node:os";
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
// 3 is a review of a part, because an agent failed say; its report says so and is there to read.
if (status === 0 || status === 3) console.log(`\nOpen the report in a browser:\n${report}`);
process.exitCode = status ?? 2;

function sample(): Target {
  const { repository, base: from, config } = createSample(join(top, ".build", "sample"));
  return {
    title: "Reviewing a sample: a tea shop's branch that adds refunds and faster prices.",
    args: ["-C", repository, "--base", from, "--config", config],
  };
}

function own(folder: string): Target {
  // npm changes to the project's folder; the path was meant from where it was typed. The shell leaves
  // `~` alone in `--repo=~/shop`.
  const typed = folder.replace(/^~(?=$|\/)/, homedir());
  const directory = resolve(process.env.INIT_CWD ?? process.cwd(), typed);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    refuse(`There is no folder ${directory}.`);
  }
  const since = base === undefined ? [] : ["--base", base];
  return { title: `Reviewing ${directory}.`, args: ["-C", directory, ...since] };
}

function readArguments(): { readonly repo?: string; readonly base?: string } {
  const options = {
    repo: { type: "string" },
    base: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    const { help, ...values } = parseArgs({ options }).values;
    if (help === true) {
      console.log(usage());
      process.exit(0);
    }
    if (values.base !== undefined && values.repo === undefined) {
      throw new Error("--base names a commit of your own repository: pass --repo DIR too.");
    }
    return values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(message: string): never {
  console.error(message);
  console.error(usage());
  process.exit(2);
}

function usage(): string {
  return "Usage: npm start [-- --repo DIR [--base REF]]";
}
