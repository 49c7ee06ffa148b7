import { type Config, type PreparedReview, prepareReview } from "@swarm-actions/config";
import { Redactor } from "@swarm-actions/core";
import { findRepository, openRepository } from "@swarm-actions/git";
import type { ReviewReport } from "@swarm-actions/report";
import type { Change, ReviewRequest, ReviewResult } from "@swarm-actions/review";
import { findConfig, readConfig } from "../config/find-config.ts";
import type { ExitCode } from "../exit-codes.ts";
import { version } from "../version.ts";
import { addSarif } from "./add-sarif.ts";
import { exitCodeOf } from "./exit-code-of.ts";
import { findChange } from "./find-change.ts";
import type { ReviewOptions } from "./options.ts";
import { showProgress } from "./progress.ts";
import { readPrevious } from "./read-previous.ts";
import { showReport } from "./show-report.ts";
import { stopOnInterrupt } from "./stop-signal.ts";

/** Everything a review needs, read before it begins. */
interface Prepared {
  readonly change: Change;
  readonly config: Config;
  readonly panel: PreparedReview;
  readonly redactor: Redactor;
  readonly previous: ReviewRequest["previous"];
}

/** Reviews what the options name, shows the report, and answers with the exit code. */
export async function review(options: ReviewOptions, directory: string): Promise<ExitCode> {
  const startedAt = new Date();
  // From the start, so that nothing temporary stays behind whenever somebody loses patience.
  using stop = stopOnInterrupt();
  const prepared = await prepare(options, directory);
  const result = await ask(prepared, stop.signal);
  const report: ReviewReport = {
    result,
    change: prepared.change,
    rules: prepared.panel.rules,
    tool: { version },
    redact: (text) => prepared.redactor.redact(text),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
  };
  await showReport(report, options, directory);
  return exitCodeOf(result, options.failOn ?? prepared.config.failOn);
}

async function prepare(options: ReviewOptions, directory: string): Promise<Prepared> {
  // A bare diff needs no repository; where there is one, its settings are in force all the same.
  const open = options.diff === undefined ? openRepository : findRepository;
  const repository = await open(directory);
  const root = repository?.top ?? null;
  const file = findConfig(directory, root, options.config);
  const { config, added } = addSarif(await readConfig(directory, file), options.sarif, directory);
  const redactor = new Redactor();
  const setup = { root, environment: process.env, redactor };
  const panel = await prepareReview(config, setup, options.agents && [...options.agents, ...added]);
  const change = await findChange(options, directory, repository, config.base);
  const previous = await readPrevious(options.previous, directory);
  return { change, config, panel, redactor, previous };
}

async function ask(prepared: Prepared, signal: AbortSignal): Promise<ReviewResult> {
  const { change, panel, previous } = prepared;
  using progress = showProgress(panel.agents, process.stderr);
  return await panel.review({ change, previous, signal, onEvent: progress.onEvent });
}
