import { sourceNames } from "@swarm-actions/tasks";
import { Command, InvalidArgumentError, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { namesFrom } from "./names.ts";
import { numberFrom, wholeFrom } from "./numbers.ts";
import { reportsOption } from "./reports-option.ts";
import { type RunOptions, runFormats, runTopologies } from "./run/options.ts";

const seconds = numberFrom(0, 21_600);

const afterHelp = `
The tasks come from --source, or from standard input as JSON: a list, or a value a line. Without a
command the agents of .github/swarm.yml review a change, as \`review\` does, divided over the workers.

The command gets SWARM_TASK (the task as JSON), SWARM_TASK_FILE, SWARM_TASK_KEY, and may write
{"output": …, "votes": […], "usage": {…}} to SWARM_RESULT_FILE. With --per block it gets
SWARM_TASKS_FILE and SWARM_KEYS_FILE, and may write a line a task, with its key. Exit code 0 is done.

  ls packages | jq -R . | swarm-actions swarm run --workers 4 -- sh -c 'make -C packages/"$SWARM_TASK_KEY"'
  swarm-actions swarm run --source files --select 'src/**/*.ts' -- ./check-one.sh

In a mesh every agent is a process that does all tasks; with --rounds it reads what its peers said last, in
SWARM_PEERS_FILE, and may revise. Its agents are --agents, those of the settings, or --workers many. An
adaptive swarm asks three agents, in SWARM_AGENTS a line each, and one more while a verdict is uncertain.
Groups, for more workers than one matrix of GitHub holds, are of no use on one machine.

Exit code: 0 complete · 1 a task failed, a review has findings, or votes make no sense · 2 usage or configuration ·
3 some task has no result, as after Ctrl-C; --resume goes on with it`;

export function swarmRunCommand(): Command {
  return new Command("run")
    .description(
      "Do tasks in several processes of this machine: by a command, or a panel of agents.",
    )
    .argument("[command...]", "what does a task, after --; no shell is involved")
    .addOption(new Option("--source <source>", "where the tasks come from").choices(sourceNames))
    .option("--select <text>", "which: globs, a line each; a query; JSON or its file; a command")
    .option("--changed", "of files: only those that the change touches")
    .option("--base <ref>", "what the change is based on (default: the remote's default branch)")
    .option("--head <ref>", "the change ends there rather than with the files as they are now")
    .option("--staged", "the change is what is staged for the next commit")
    .option("--config <file>", "another configuration than .github/swarm.yml")
    .option("--agents <list>", "only these agents, separated by commas", namesFrom)
    .option("--workers <n>", "how many processes, or auto", workers, "auto")
    .addOption(
      new Option("--per <what>", "run the command for each task, or once for a block of them")
        .choices(["task", "block"])
        .default("task"),
    )
    .option("--block-size <n>", "what the sizes of a block's tasks may add up to", positive)
    .addOption(reportsOption())
    .option("--task-timeout <seconds>", "how long a task may take", positive, 600)
    .option("--max-minutes <n>", "stop then, with what there is", positive)
    .addOption(
      new Option("--topology <topology>", "who works with whom")
        .choices(runTopologies)
        .default("auto"),
    )
    .option("--rounds <n>", "mesh: how often each agent answers, at most", wholeFrom(1, 20), 1)
    .option("--round-deadline <seconds>", "mesh: how long a round waits for peers", seconds, 300)
    .option(
      "--quorum <n>",
      "mesh: peers that are enough after it (default: 2/3)",
      wholeFrom(1, 256),
    )
    .option("--certainty <p>", "adaptive: how sure a verdict has to be", numberFrom(0, 1), 0.9)
    .option("--rounds-left <n>", "rounds for what is missing or uncertain", whole, 1)
    .option("--min-coverage <percent>", "how much of the tasks is enough", percent, 100)
    .option(
      "--consensus <rule>",
      "how votes decide, such as majority or quorum(2) (default: review.consensus of the settings)",
    )
    .option("--output <dir>", "keep the run there (default: a folder below .swarm)")
    .option("--history <file>", "what earlier runs learned (default: beside the run)")
    .addOption(
      new Option("--format <format>", "how to show it").choices(runFormats).default("text"),
    )
    .option("--html <file>", "write the dashboard there as well")
    .option("--verbose", "show what the workers print")
    .option("--resume <dir>", "go on with a run that was stopped or killed, as it was begun")
    .addHelpText("after", afterHelp)
    .action(async (words: string[], options: RunOptions, command: Command) => {
      const { run } = await import("./run/run.ts");
      if (options.resume !== undefined) await tellIgnored(command);
      process.exitCode = await run(options, words, directoryOf(command));
    });
}

async function tellIgnored(command: Command): Promise<void> {
  const { ignoredOptions } = await import("./run/resumed.ts");
  const ignored = ignoredOptions(command);
  if (ignored.length === 0) return;
  const verb = ignored.length === 1 ? "has" : "have";
  const why = `${verb} no effect with --resume: the run goes on as it was begun`;
  process.stderr.write(`${ignored.join(", ")} ${why}\n`);
}

/** What \`run\` starts; people have no use for it. */
export function swarmWorkerCommand(): Command {
  return new Command("worker").description("Be a worker of a run.").action(async () => {
    const { runAsWorker } = await import("./run/worker.ts");
    process.exitCode = await runAsWorker(process.env);
  });
}

function workers(value: string): number | "auto" {
  if (value === "auto") return value;
  const count = whole(value);
  if (count < 1 || count > 256) throw new InvalidArgumentError("Use 1 to 256, or auto.");
  return count;
}

function whole(value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Use a whole number.");
}

function positive(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0 && number < 1e7) return number;
  throw new InvalidArgumentError("Use a number above 0.");
}

function percent(value: string): number {
  const number = Number(value);
  if (number >= 0 && number <= 100 && value.trim() !== "") return number;
  throw new InvalidArgumentError("Use a number from 0 to 100.");
}
