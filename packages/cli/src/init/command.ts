import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CodedError } from "@swarm-actions/core";
import { openRepository, readOrigin } from "@swarm-actions/git";
import { Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { print } from "../print.ts";
import { wantsColor } from "../terminal.ts";
import { ask, canAsk } from "./ask.ts";
import { type PlannedFile, planFiles } from "./plan-files.ts";
import { type TemplateName, templates } from "./templates.ts";

interface Options {
  readonly template: TemplateName;
  readonly org?: string;
  readonly ref: string;
  readonly yes?: true;
  readonly dryRun?: true;
}

export function initCommand(): Command {
  return new Command("init")
    .description("Write a starter workflow and its settings here, showing the difference first.")
    .addOption(
      new Option("--template <name>", "which workflow; pr-review-forks is for public repositories")
        .choices(Object.keys(templates))
        .default("pr-review"),
    )
    .option("--org <name>", "who holds the swarm-actions to use; else the owner of `origin`")
    .option("--ref <ref>", "which release of it", "v1")
    .option("--yes", "write without asking")
    .option("--dry-run", "show the difference and write nothing")
    .addHelpText("after", help)
    .action(init);
}

const help = `
Exit codes: 0 when it is written, or there is nothing to do; 2 when nothing was written because nobody
could be asked, or the repository is not as it must be.`;

async function init(options: Options, command: Command): Promise<void> {
  const repository = await openRepository(directoryOf(command));
  const { owner, defaultBranch } = await readOrigin(repository);
  const files = await planFiles(repository.top, options.template, {
    organisation: organisationOf(options.org ?? owner),
    ref: checkedRef(options.ref),
    defaultBranch,
  });
  if (files.length === 0) return print("Nothing to do: everything is as it would be written.\n");
  const { describeChanges } = await import("./describe-changes.ts");
  await print(`${describeChanges(files, wantsColor(process.stdout))}\n`);
  if (options.dryRun === true) return print("Nothing was written: this is a dry run.\n");
  if (options.yes !== true && !(await confirmed(files))) return print("Nothing was written.\n");
  for (const file of files) await write(repository.top, file);
  await print(`Wrote ${listOf(files)}. Commit and push to have it run.\n`);
}

async function confirmed(files: readonly PlannedFile[]): Promise<boolean> {
  if (canAsk()) return ask(`Write ${listOf(files)}?`);
  throw new CodedError("init/not-confirmed", "nothing was written: nobody could be asked", {
    fix: "Run it in a terminal, or pass --yes to write what is shown.",
  });
}

async function write(top: string, { path, before, after }: PlannedFile): Promise<void> {
  await mkdir(dirname(join(top, path)), { recursive: true });
  // What came to be there since it was shown is not overwritten.
  await writeFile(join(top, path), after, { flag: before === null ? "wx" : "w" });
}

function organisationOf(name: string | null): string {
  if (name !== null && /^[a-z\d](?:[a-z\d-]{0,38})$/i.test(name)) return name;
  const what = name === null ? "there is no remote `origin` to take it from" : `not "${name}"`;
  throw new CodedError("init/no-organisation", `whose swarm-actions to use is not known: ${what}`, {
    fix: "Pass --org NAME, as in `uses: NAME/swarm-actions/pr-review@v1`.",
  });
}

function checkedRef(ref: string): string {
  if (/^[\w][\w./-]{0,254}$/.test(ref)) return ref;
  throw new CodedError("init/wrong-ref", `"${ref}" cannot be a tag, branch or commit`, {
    fix: "Pass a release such as v1, or a full commit, to --ref.",
  });
}

function listOf(files: readonly PlannedFile[]): string {
  const paths = files.map(({ path }) => path);
  return paths.length < 2 ? paths.join() : `${paths.slice(0, -1).join(", ")} and ${paths.at(-1)}`;
}
