import { formats } from "@swarm-actions/report";
import { severities } from "@swarm-actions/review";
import { Command, InvalidArgumentError, Option } from "commander";
import { directoryOf } from "../directory.ts";
import type { ReviewOptions } from "./options.ts";
import { refuseContradictions } from "./refuse-contradictions.ts";
import { review } from "./review.ts";

const afterHelp = `
What is reviewed without --head, --staged or --diff: the files as they are now, new ones included,
since the branch left its base.

Exit code: 0 nothing at or above --fail-on · 1 findings · 2 usage or configuration · 3 not all of
the change was reviewed, or not by every agent`;

export function reviewCommand(): Command {
  return new Command("review")
    .description("Review a change with every agent in force.")
    .option("--base <ref>", "what the change is based on (default: the remote's default branch)")
    .option("--head <ref>", "review this commit rather than the files as they are now")
    .option("--staged", "review what is staged for the next commit")
    .option("--diff <file>", "review a unified diff from a file, or from standard input with -")
    .addOption(new Option("--format <format>", "how to show it").choices(formats).default("text"))
    .option("--output <file>", "write it there instead of standard output")
    .option("--html <file>", "write the HTML report there as well")
    .option("--config <file>", "another configuration than .github/swarm.yml")
    .option("--agents <list>", "only these agents, separated by commas", names)
    .addOption(
      new Option("--sarif <file>", "take a linter's SARIF into the panel (repeatable)")
        .argParser(collect)
        .default([], "none"),
    )
    .option(
      "--previous <file>",
      "the last review's JSON or Markdown: review only what changed since",
    )
    .addOption(
      new Option("--fail-on <severity>", "the mildest finding that gives exit code 1").choices([
        ...severities,
        "never",
      ]),
    )
    .addHelpText("after", afterHelp)
    .action(async (options: ReviewOptions, command: Command) => {
      refuseContradictions(options);
      process.exitCode = await review(options, directoryOf(command));
    });
}

function names(list: string): string[] {
  const found = list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (found.length === 0) throw new InvalidArgumentError("Name at least one agent.");
  return found;
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}
