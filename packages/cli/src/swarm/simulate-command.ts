import { policyNames } from "@swarm-actions/swarm";
import { Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { numberFrom, wholeFrom } from "./numbers.ts";
import type { SimulateOptions } from "./simulate/options.ts";

const afterHelp = `
Both files are JSON objects from a task's key to seconds. A task that only --actual knows is new to the
planner; one that only --history knows is left out. Each run draws other workers; all policies meet the
same ones. ρ is how long it took, over what no schedule of these tasks on these workers could beat.

Exit code: 0 simulated · 2 usage, or a file is not as it must be`;

export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Play how tasks would be handed out, and how near to the limit each way comes.")
    .requiredOption("--history <file>", "what the planner may know: key to seconds, as JSON")
    .requiredOption("--actual <file>", "what then happens: key to seconds, as JSON")
    .requiredOption("--workers <m>", "how many workers", wholeFrom(1, 1024))
    .requiredOption("--claim-seconds <s>", "what one claim takes", numberFrom(0, 3600))
    .option("--ready-median <s>", "seconds until a worker is ready", numberFrom(0, 86_400), 10)
    .option("--ready-sigma <n>", "spread of its logarithm", numberFrom(0, 5), 0.6)
    .option(
      "--speed-sigma <n>",
      "spread of the logarithm of a worker's speed",
      numberFrom(0, 5),
      0.12,
    )
    .addOption(
      new Option("--policy <name>", "how tasks are handed out")
        .choices(["all", ...policyNames])
        .default("all"),
    )
    .option("--runs <k>", "how many runs", wholeFrom(1, 10_000), 20)
    .option(
      "--seed <n>",
      "of the first run; each further one counts on",
      wholeFrom(0, 999_999_999),
      1,
    )
    .addOption(
      new Option("--format <format>", "how to show it").choices(["text", "json"]).default("text"),
    )
    .addHelpText("after", afterHelp)
    .action(async (options: SimulateOptions, command: Command) => {
      const { simulatePolicies } = await import("./simulate/simulate.ts");
      await simulatePolicies(options, directoryOf(command));
    });
}
