import { assembleAgents, builtInRules } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { findRepository } from "@swarm-actions/git";
import { type ReviewReport, render } from "@swarm-actions/report";
import type { Collected, History } from "@swarm-actions/swarm";
import { divideChange, learnSecrets, reviewFromResults } from "@swarm-actions/tasks";
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
  { tasks, results }: Collected,
  { reliability: known }: Pick<History, "reliability">,
): Promise<PanelReview> {
  const config = await readConfig(directory, work.config);
  const redactor = new Redactor();
  const root = (await findRepository(directory))?.top ?? null;
  const setup = { root, environment: process.env, redactor };
  const { agents, digest: panelDigest } = await assembleAgents(config, setup, work.agents);
  const change = await readKeptChange(folder);
  const { whole } = divideChange(change, config.review.ignore);
  await learnSecrets(whole, agents, redactor, new AbortController().signal);
  const answers = { tasks, results: results.map(({ result }) => result) };
  const settings = config.review;
  const result = await reviewFromResults(change, answers, { settings, panelDigest, known });
  const times = results.map(({ result: one }) => one);
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
