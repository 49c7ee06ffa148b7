import { resolve } from "node:path";
import { CodedError } from "@swarm-actions/core";
import {
  aggregate,
  type ConsensusRule,
  decodeHistory,
  type KnownReliability,
  readConsensusRule,
  readVotes,
} from "@swarm-actions/swarm";
import { Command, Option } from "commander";
import { directoryOf } from "../directory.ts";
import { exitCodes } from "../exit-codes.ts";
import { print } from "../print.ts";
import { readStandardInput, readText } from "../read-text.ts";
import { showAggregation } from "./show-aggregation.ts";

interface AggregateOptions {
  readonly votes: string;
  readonly rule: ConsensusRule;
  readonly reliability?: string;
  readonly format: "text" | "json";
}

const afterHelp = `
A vote is a line of JSON: {"item", "voter", "provider", "label", "ranking", "weight"}; item, voter and
label are needed, label null says that the voter did not answer. Voters of one provider count as one where
a rule counts, and are discounted by how much they repeat each other where it weighs.

Rules: majority, quorum:2, unanimous, weighted:0.6, borda, approval, dawid-skene, byzantine:1, or with
brackets, as in "quorum(2)"

Exit code: 0 there is a verdict or a reason for each item · 2 the votes or the rule are not as they must be,
or there are no votes`;

export function swarmAggregateCommand(): Command {
  return new Command("aggregate")
    .description(
      "Make verdicts of votes, or check somebody's verdicts: the same votes, the same bytes.",
    )
    .requiredOption("--votes <file>", "the votes, as JSON lines; - reads standard input")
    .requiredOption(
      "--rule <rule>",
      "how votes decide, such as majority or quorum(2)",
      readConsensusRule,
    )
    .option(
      "--reliability <file>",
      "what is known of voters: a history, or {voter: {right, wrong}}",
    )
    .addOption(
      new Option("--format <format>", "how to show it").choices(["text", "json"]).default("text"),
    )
    .addHelpText("after", afterHelp)
    .action(aggregateVotes);
}

async function aggregateVotes(
  { votes, rule, reliability, format }: AggregateOptions,
  command: Command,
): Promise<void> {
  const folder = directoryOf(command);
  const isStandard = votes === "-";
  const text = isStandard
    ? await readStandardInput()
    : await readText(resolve(folder, votes), "--votes");
  const known =
    reliability === undefined
      ? new Map()
      : readKnown(await readText(resolve(folder, reliability), "--reliability"), reliability);
  const made = aggregate(readVotes(text, isStandard ? "standard input" : votes), rule, known);
  await print(format === "json" ? `${JSON.stringify(made, null, 2)}\n` : showAggregation(made));
  process.exitCode = exitCodes.fine;
}

/** A history as the swarm keeps it, or counts by voter. */
function readKnown(text: string, file: string): KnownReliability {
  const value = parse(text, file);
  if ("version" in value && "reliability" in value) {
    const { history, notice } = decodeHistory(text);
    if (notice !== null) throw malformed(notice, file);
    return history.reliability;
  }
  return new Map(Object.entries(value).map(([voter, counts]) => [voter, countsOf(counts, file)]));
}

function parse(text: string, file: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    throw malformed("it is no JSON", file);
  }
  throw malformed("it is no object", file);
}

function countsOf(counts: unknown, file: string): { right: number; wrong: number } {
  const { right, wrong } = Object(counts) as Record<string, unknown>;
  if (typeof right === "number" && typeof wrong === "number") return { right, wrong };
  throw malformed("a voter lacks the numbers right and wrong", file);
}

function malformed(message: string, file: string): CodedError {
  return new CodedError("cli/malformed-reliability", message, {
    fix: 'Pass a history, or {"voter": {"right": 8, "wrong": 2}}, to --reliability.',
    place: file,
  });
}
