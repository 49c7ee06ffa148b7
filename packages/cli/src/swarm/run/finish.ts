import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { CodedError, canonicalJson, messageOf } from "@swarm-actions/core";
import { renderPage, renderText } from "@swarm-actions/dashboard";
import { visibleLine } from "@swarm-actions/display";
import {
  buildReport,
  type Collected,
  composeAudit,
  type History,
  learnFrom,
  lessonsOf,
  type SwarmReport,
} from "@swarm-actions/swarm";
import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import { print } from "../../print.ts";
import { writeOutput } from "../../review/write-output.ts";
import { wantsColor, widthOf } from "../../terminal.ts";
import { version } from "../../version.ts";
import { decideRun } from "./decide-run.ts";
import { writeHistory } from "./history-file.ts";
import type { RunOptions } from "./options.ts";
import { type BoardContent, readBoard } from "./read-board.ts";
import { type PanelReview, reviewPanel } from "./review-panel.ts";
import { pathsIn, type RunSettings } from "./run-folder.ts";
import { sendTelemetry } from "./send-telemetry.ts";

/** A run that is over, or was stopped. */
export interface EndedRun {
  readonly folder: string;
  readonly settings: RunSettings;
  readonly history: History;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly wasStopped: boolean;
}

/**
 * Makes one result of a run, keeps it, shows it and learns from it. What cannot be written somewhere is told
 * when all else is done.
 * @throws CodedError `swarm/not-kept`, `cli/unwritable`
 */
export async function finish(ended: EndedRun, options: RunOptions): Promise<ExitCode> {
  const { folder, settings, history, startedAt } = ended;
  const paths = pathsIn(folder);
  const content = await readBoard(paths.board, settings.key, settings.minCoverage);
  const { collected } = content;
  const { verdict, refused } = await decideRun(collected, settings, folder, history);
  const report = reportOf(content, verdict);
  const review =
    settings.work.kind === "panel"
      ? await reviewPanel(settings.work, settings.directory, folder, collected, history)
      : null;
  const page = renderPage({
    report,
    title: basename(settings.directory),
    tool: { version },
    results: collected.results,
  });
  const unkept = await keepFiles(folder, content, report, page, review).then(
    () => null,
    (cause: unknown) => notKept(folder, cause),
  );
  await show(report, collected, review, options);
  if (unkept === null) tellWhere(ended, report);
  if (refused !== null) tellRefused(refused);
  await sendTelemetry(ended, report, collected);
  if (unkept !== null) throw unkept;
  if (options.html !== undefined) {
    await writeOutput(resolve(settings.directory, options.html), page, "--html");
  }
  await writeHistory(settings.history, learn(history, collected, startedAt));
  return exitCodeOf(ended, collected, review, refused);
}

function reportOf({ collected }: BoardContent, verdict: SwarmReport["verdict"]): SwarmReport {
  return buildReport({
    plans: collected.plans.map(({ plan }) => plan),
    digest: collected.plans[0]?.digest ?? "",
    collected,
    verdict,
    workersAre: "processes",
    // No job is billed for processes of one's own machine.
    jobs: [],
    runnerPrice: null,
    apiRequests: null,
  });
}

/** The log comes last, as it names the digests of all others. */
async function keepFiles(
  folder: string,
  { collected, segments }: BoardContent,
  report: SwarmReport,
  page: string,
  review: PanelReview | null,
): Promise<void> {
  const lines = collected.results.map(({ result, ...whose }) =>
    canonicalJson({ ...result, ...whose }),
  );
  const files = [
    { name: "report.json", content: `${canonicalJson(report, 1)}\n` },
    { name: "results.jsonl", content: lines.map((line) => `${line}\n`).join("") },
    { name: "swarm.html", content: page },
    ...(review?.files ?? []),
  ];
  const verdicts = report.verdict?.verdicts ?? [];
  const time = new Date().toISOString();
  const facts = { key: report.key, plans: collected.plans, segments, verdicts, files, time };
  const audit = composeAudit(facts).map((line) => `${line}\n`);
  for (const { name, content } of files) await writeFile(join(folder, name), content);
  await writeFile(pathsIn(folder).audit, audit.join(""));
}

/** Of the tasks that were done now: a run that was gone on with has taught the rest already. */
function learn(history: History, collected: Collected, startedAt: number): History {
  const { tasks, results, workers } = collected;
  const own = results.map(({ result }) => result).filter((one) => one.startedAt >= startedAt);
  if (own.length === 0) return history;
  const lessons = lessonsOf({
    tasks,
    results: own,
    workers: workers.filter(({ readyAt }) => readyAt >= startedAt),
    startedAt,
    known: history.durations,
  });
  return learnFrom(history, lessons);
}

async function show(
  report: SwarmReport,
  { results }: Collected,
  review: PanelReview | null,
  { format }: RunOptions,
): Promise<void> {
  if (format === "json") {
    await print(`${canonicalJson(report, 1)}\n`);
  } else {
    const look = { color: wantsColor(process.stdout), width: widthOf(process.stdout) };
    if (review !== null) await print(await review.text(look));
    await print(renderText(report, look, results));
  }
}

function tellWhere({ folder, wasStopped }: EndedRun, report: SwarmReport): void {
  process.stderr.write(`The result is in ${folder}\n`);
  if (wasStopped || report.coverage.missing.length > 0) {
    process.stderr.write(`Go on with: swarm-actions swarm run --resume ${folder}\n`);
  }
}

function exitCodeOf(
  { wasStopped }: EndedRun,
  collected: Collected,
  review: PanelReview | null,
  refused: CodedError | null,
): ExitCode {
  const isShort = !collected.isEnough || (wasStopped && collected.missing.length > 0);
  if (isShort) return exitCodes.incomplete;
  // A task at which no agent answered is a part of the change that was not reviewed, and no finding.
  if (review !== null && review.exitCode !== exitCodes.fine) return review.exitCode;
  const isRed = refused !== null || (review === null && collected.coverage.failed.length > 0);
  return isRed ? exitCodes.findings : exitCodes.fine;
}

function tellRefused({ code, message, fix }: CodedError): void {
  process.stderr.write(`${visibleLine(`No verdict (${code}): ${message}`)}\n`);
  process.stderr.write(`  fix: ${visibleLine(fix)} The results are kept; nothing was decided.\n`);
}

function notKept(folder: string, cause: unknown): CodedError {
  return new CodedError("swarm/not-kept", `the result cannot be kept: ${messageOf(cause)}`, {
    fault: "platform",
    fix: "Make room in the folder and pass it to `--resume`: what was done is not done again.",
    place: folder,
    cause,
  });
}
