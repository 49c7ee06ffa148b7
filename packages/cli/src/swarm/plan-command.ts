import { sourceNames } from "@swarm-actions/tasks";
import { Command, InvalidArgumentError, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { namesFrom } from "./names.ts";
import { numberFrom, wholeFrom } from "./numbers.ts";
import { type PlanCommandOptions, planTopologies } from "./plan/options.ts";
import { reportsOption } from "./reports-option.ts";

const afterHelp = `
The tasks come from a file or standard input as JSON, a list or a value a line, or from --source. Workers
are jobs on hosted runners, with --local processes of this machine. --history takes what \`swarm run\` and
the actions keep.

A hierarchical plan is that of the whole, whose workers are groups, then one for each group; as JSON a line
each.

Exit code: 0 planned · 2 usage, or no plan keeps to --max-cost and --max-minutes`;

export function planCommand(): Command {
  return new Command("plan")
    .description("Say how many workers tasks are worth, why, and who would do what.")
    .argument("[file]", "the tasks; - or nothing reads standard input")
    .addOption(new Option("--source <source>", "where the tasks come from").choices(sourceNames))
    .option("--select <text>", "which: globs, a line each; a query; JSON or its file; a command")
    .option("--changed", "of files: only those that the change touches")
    .option("--base <ref>", "what the change is based on (default: the remote's default branch)")
    .option("--head <ref>", "the change ends there rather than with the files as they are now")
    .option("--staged", "the change is what is staged for the next commit")
    .option("--config <file>", "another configuration than .github/swarm.yml")
    .addOption(reportsOption())
    .option("--history <file>", "what earlier runs learned")
    .option("--local", "workers are processes of this machine")
    .addOption(
      new Option("--topology <topology>", "who works with whom; auto: groups past 256 workers")
        .choices(planTopologies)
        .default("auto"),
    )
    .option("--agents <list>", "mesh, adaptive: the agents, separated by commas", namesFrom)
    .option("--groups <n>", "hierarchical: how many groups", wholeFrom(1, 256))
    .option("--workers <n>", "how many, or auto", workers, "auto")
    .option("--max-workers <n>", "the most that auto may choose", wholeFrom(1, 65_536), 20)
    .option("--max-cost <dollars>", "what it may cost", amount)
    .option("--max-minutes <n>", "how long it may take", amount)
    .option("--runner <label>", "the price is that of this runner", "ubuntu-latest")
    .option("--runner-price <dollars>", "what a minute of a runner costs", numberFrom(0, 1000))
    .option("--waiting-cost <dollars>", "what a minute of waiting costs", numberFrom(0, 1000), 0.5)
    .addOption(
      new Option("--mode <mode>", "whether workers claim and steal")
        .choices(["auto", "queue", "static"])
        .default("auto"),
    )
    .option("--block-size <n>", "what the sizes of a block's tasks may add up to", amount)
    .addOption(
      new Option("--format <format>", "how to show it").choices(["text", "json"]).default("text"),
    )
    .addHelpText("after", afterHelp)
    .action(async (file: string | undefined, options: PlanCommandOptions, command: Command) => {
      const { showPlanOf } = await import("./plan/plan.ts");
      await showPlanOf(file ?? null, options, directoryOf(command));
    });
}

function workers(text: string): number | "auto" {
  return text === "auto" ? text : wholeFrom(1, 65_536)(text);
}

function amount(text: string): number {
  const number = numberFrom(0, 1e9)(text);
  if (number > 0) return number;
  throw new InvalidArgumentError("Use a number above 0.");
}
