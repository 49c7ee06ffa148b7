import type { GateChange, Outgoing } from "@swarm-actions/gate";
import type { ApiUsage } from "@swarm-actions/github";
import { type ReviewReport, render } from "@swarm-actions/report";
import type { ReviewResult } from "@swarm-actions/review";
import type { ReadChange } from "./read-change.ts";

const stateMark = "<!-- swarm-actions:state ";

/** The review as it stands on the run's page; it goes through the gate as everything does. */
export async function summaryText(report: ReviewReport): Promise<Outgoing> {
  const markdown = await render(report, "markdown", { color: false, width: 100 });
  // The state is for the next review, which does not look here.
  const [text = ""] = markdown.split(stateMark);
  return { name: "job summary", kind: "comment", text: text.trimEnd(), hidden: [] };
}

/** Why a review is not all that it should be, as a sentence; empty when it is. */
export function reasonOf({ outcome, reasons }: ReviewResult): string {
  return outcome === "partial" || outcome === "not-run" ? (reasons[0]?.message ?? "") : "";
}

/** What the run itself was like. */
export interface RunFacts {
  readonly published: string;
  readonly read: ReadChange | null;
  /** How many findings somebody ignores: the page shows them still. */
  readonly ignored: number;
  readonly gate: readonly GateChange[];
  readonly api: ApiUsage;
}

const ways = {
  checkout: "the checkout",
  diff: "GitHub's diff; the files around it were not at hand",
  fetch: "GitHub, with git",
} as const;

/** How the change was read, what was written, what it cost, and what the gate had to do. */
export function runSection({ published, read, ignored, gate, api }: RunFacts): string {
  const rows = [
    ...(read === null ? [] : [["Change read from", ways[read.from]]]),
    ["Published", published],
    ...(ignored === 0 ? [] : [["Ignored, and not counted", `${ignored} of the findings`]]),
    ["Requests", requestsOf(api)],
    ...(api.budget === null ? [] : [["Budget", budgetOf(api.budget)]]),
    ["Changed by the gate", gateOf(gate)],
  ];
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`);
  const notes = read?.notes.map((note) => `- ${oneLine(note)}`) ?? [];
  const below = notes.length === 0 ? [] : ["", ...notes];
  return ["### This run", "", "| | |", "|---|---|", ...table, ...below].join("\n");
}

function requestsOf({ reads, writes, cached, retries, waitedMs }: ApiUsage): string {
  const parts = [`${reads} reads, ${writes} writes`];
  if (cached > 0) parts.push(`${cached} from the cache`);
  if (retries > 0) parts.push(`${retries} repeated`);
  if (waitedMs > 0) parts.push(`${Math.ceil(waitedMs / 1000)} s waited for limits`);
  return parts.join(", ");
}

function budgetOf({ used, remainingAtStart, share }: NonNullable<ApiUsage["budget"]>): string {
  return `${used} used of ${Math.floor(remainingAtStart * share)} (${Math.round(share * 100)} % of the ${remainingAtStart} left)`;
}

function gateOf(changes: readonly GateChange[]): string {
  const rules = Map.groupBy(changes, ({ rule }) => rule);
  const parts = [...rules].map(([rule, found]) => {
    return `${rule} ${found.reduce((sum, { count }) => sum + count, 0)}`;
  });
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** Words of git and of GitHub, which stand in no table. */
function oneLine(text: string): string {
  return text.replace(/[\r\n`<>|@]/g, " ").slice(0, 500);
}
