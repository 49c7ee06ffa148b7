import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { top } from "./top.ts";

// `npm start`: the story of a pull request on a local GitHub; or with `--repo DIR [--base REF]`, a review
// of one's own repository. Both end with the paths of the pages they made.

const { repo, base } = readArguments();
if (repo === undefined) {
  // It brings a GraphQL server along, for which one's own review need not wait.
  const { tellStory } = await import("./demo/tell-story.ts");
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => stop.abort());
  const isTold = await tellStory(stop.signal);
  process.exitCode = isTold ? 0 : 130;
} else {
  review(repo);
}

function review(folder: string): void {
  const directory = own(folder);
  console.log(`Reviewing ${directory}.\n`);
  const report = join(top, ".build", "report.html");
  const cli = join(top, "packages/cli/dist/index.js");
  const since = base === undefined ? [] : ["--base", base];
  const args = [cli, "review", "-C", directory, ...since, "--fail-on", "never", "--html", report];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  // 3 is a review of a part, because an agent failed say; its report says so and is there to read.
  if (status === 0 || status === 3) console.log(`\nOpen the report in a browser:\n${report}`);
  process.exitCode = status ?? 2;
}

function own(folder: string): string {
  // npm changes to the project's folder; the path was meant from where it was typed. The shell leaves
  // `~` alone in `--repo=~/shop`.
  const typed = folder.replace(/^~(?=$|\/)/, homedir());
  const directory = resolve(process.env.INIT_CWD ?? process.cwd(), typed);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    refuse(`There is no folder ${directory}.`);
  }
  return directory;
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
