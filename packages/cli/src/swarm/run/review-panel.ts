import { assembleAgents, builtInRules } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { findRepository } from "@swarm-actions/git";
import { type ReviewReport, render } from "@swarm-actions/report";
import type { Collected, History } from "@swarm-actions/swarm";
import {
  divideChange,
  learnSecrets,
  type ReviewVotes,
  reviewFromResults,
  votesOfPanel,
} from "@swarm-actions/tasks";
import { readConfig } from "../../config/find-config.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { exitCodeOf } from "../../review/exit-code-of.ts";
import { version } from "../../version.ts";
import { type RunSettings, readKeptChange } from "./run-folder.ts";

/** The review that the tasks of a panel come to. */
export interface PanelReview {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly exitCode: ExitCode;
  readonly text: (look: { readonly color: boolean; readonly width: number }) => Promise<string>;
}

/** Puts together what all agents said, as if one process had asked them. */
export async function reviewPanel(
  work: Extract<RunSettings["work"], { kind: "panel" }>,
  directory: string,
  folder: string,
  collected: Collected,
  known: Pick<History, "reliability">,
): Promise<PanelReview> {
  const { change, answers, review, config, redactor } = await answersOf(
    work,
    directory,
    folder,
    collected,
    known,
  );
  const result = await reviewFromResults(change, answers, review);
  const times = collected.results.map(({ result: one }) => one);
  const startedAt = Math.min(...times.map((one) => one.startedAt), Date.now());
  const report: ReviewReport = {
    result,
    change,
    rules: builtInRules,
    tool: { version },
    redact: (text) => redactor.redact(text),
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.max(0, ...times.map((one) => one.startedAt + one.seconds * 1000)) - startedAt,
  };
  const plain = { color: false, width: 100 };
  return {
    files: [
      { name: "review.json", content: await render(report, "json", plain) },
      { name: "review.sarif", content: await render(report, "sarif", plain) },
    ],
    exitCode: exitCodeOf(result, config.failOn),
    text: (look) => render(report, "text", look),
  };
}

/** How the agents of a panel voted on their findings so far. */
export async function panelVotes(
  work: Extract<RunSettings["work"], { kind: "panel" }>,
  directory: string,
  folder: string,
  collected: Collected,
  known: Pick<History, "reliability">,
): Promise<ReviewVotes> {
  const { change, answers, review } = await answersOf(work, directory, folder, collected, known);
  return votesOfPanel(change, answers, review);
}

/** What a panel answered, of which change, and by which settings it is judged. */
async function answersOf(
  work: Extract<RunSettings["work"], { kind: "panel" }>,
  directory: string,
  folder: string,
  { tasks, results }: Collected,
  { reliability: known }: Pick<History, "reliability">,
) {
  const config = await readConfig(directory, work.config);
  const redactor = new Redactor();
  const root = (await findRepository(directory))?.top ?? null;
  const setup = { root, environment: process.env, redactor };
  const { agents, digest: panelDigest } = await assembleAgents(config, setup, work.agents);
  const change = await readKeptChange(folder);
  const { whole } = divideChange(change, config.review.ignore);
  await learnSecrets(whole, agents, redactor, new AbortController().signal);
  const answers = { tasks, results: results.map(({ result }) => result) };
  return {
    change,
    answers,
    review: { settings: config.review, panelDigest, known },
    config,
    redactor,
  };
}
