import { counted } from "@swarm-actions/display";
import { statusWords } from "@swarm-actions/report";
import type { AgentReport } from "@swarm-actions/review";
import { codeOf, wordsOf } from "../words.ts";
import { listItems, listRows } from "./list-items.ts";

const room = { table: 2500, failures: 2500 } as const;

/** Every agent with how it did, folded away; what failed stands outside, with its fix. */
export function agentsSection(agents: readonly AgentReport[]): string {
  const failed = agents.filter(({ error }) => error !== null);
  const table = [
    "| Agent | Status | Findings |",
    "|---|---|---:|",
    ...listRows(agents, agentRow, room.table, "agent"),
  ].join("\n");
  return [
    ...(failed.length === 0 ? [] : [listItems(failed, failureItem, room.failures, "failure")]),
    `<details>\n<summary>${counted(agents.length, "agent")}</summary>\n\n${table}\n\n</details>`,
  ].join("\n\n");
}

function agentRow({ name, status, findings }: AgentReport): string {
  return `| ${codeOf(name, 60)} | ${statusWords[status]} | ${findings} |`;
}

function failureItem({ name, error }: AgentReport): string {
  return `- ${codeOf(name, 60)}: ${wordsOf(error?.message ?? "")}. Fix: ${wordsOf(error?.fix ?? "")}`;
}
