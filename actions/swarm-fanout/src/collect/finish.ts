import { join } from "node:path";
import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import { messageOf } from "@swarm-actions/core";
import type { SwarmOnBoard } from "@swarm-actions/fanout";
import type { OpenHistory } from "@swarm-actions/history-cache";
import {
  buildReport,
  type DecidedRound,
  type JobTimes,
  type PublishedPlan,
  type SwarmReport,
} from "@swarm-actions/swarm";
import { version } from "../shared/version.ts";
import { cleanUp } from "./clean-up.ts";
import type { CollectInputs } from "./collect-inputs.ts";
import { composeFiles, type KeptFile, leaveFiles } from "./keep-files.ts";
import { learn } from "./learn.ts";
import type { BoardContent } from "./read-board.ts";
import { reviewFiles } from "./review.ts";
import { sendTelemetry } from "./send-telemetry.ts";
import { reasonsOf, tellFailed, tellFigures } from "./tell-ending.ts";

/** A swarm in its last round. */
export interface Ending {
  readonly inputs: CollectInputs;
  readonly swarm: SwarmOnBoard;
  readonly content: BoardContent;
  readonly known: OpenHistory;
  readonly decided: DecidedRound;
  readonly workersAre: "jobs" | "processes";
  /** Jobs beside the workers, or the one that all of them are in. */
  readonly jobs: readonly JobTimes[];
}

/** Makes one result of it, keeps it, learns from it, and takes down what is not needed any more. */
export async function finish(kit: Kit, ending: Ending): Promise<Conclusion> {
  const { inputs, swarm, content, known, decided } = ending;
  const { collected } = content;
  const report = reportOf(ending);
  const files = composeFiles(
    {
      report,
      ...content,
      extra: [
        await pageOf(kit, report, content),
        ...(await reviewFiles(kit, inputs, content, known.history)),
      ],
    },
    (text) => kit.redactor.redact(text),
    new Date().toISOString(),
  );
  const folder = join(kit.environment.temporary, `swarm-actions-${swarm.key}`);
  await leaveFiles(kit, folder, files);
  const artifact = await kit.stage("Keep the result", () => keep(kit, swarm, files));
  kit.output("artifact", artifact ?? "");
  await known.save(learn(known.history, collected, matrixStart(collected.plans)));
  // Where something is missing, another attempt of the run goes on from what hangs on the board.
  const isOver = artifact !== null && collected.missing.length === 0;
  const remains = isOver ? await kit.stage("Clean up", () => cleanUp(kit, swarm)) : null;
  await sendTelemetry(kit, inputs["otlp-endpoint"], report, content);
  await tell(kit, report, content);
  if (remains !== null) kit.summary.add(remains);
  tellFailed(kit, collected.coverage, inputs["fail-on-failed"], reasonsOf(collected));
  const isFailed = inputs["fail-on-failed"] && collected.coverage.failed.length > 0;
  tellRefused(kit, decided);
  return collected.isEnough && !isFailed && decided.refused === null ? "passed" : "failed";
}

function tellRefused(kit: Kit, { refused }: DecidedRound): void {
  if (refused === null) return;
  const text = `${refused.message}. ${refused.fix} The results are kept; nothing was decided.`;
  kit.annotate({ level: "error", title: `No verdict (${refused.code})`, text });
}

async function pageOf(kit: Kit, report: SwarmReport, content: BoardContent): Promise<KeptFile> {
  const { renderPage } = await import("@swarm-actions/dashboard");
  const { owner, repository, runId } = kit.environment;
  const page = renderPage({
    report,
    title: `${owner}/${repository}, run ${runId}`,
    tool: { version },
    results: content.collected.results,
  });
  return { name: "swarm.html", output: "report", content: page };
}

/** @throws CodedError `report/no-plan` */
function reportOf({ content: { collected }, decided, workersAre, jobs }: Ending): SwarmReport {
  const [first] = collected.plans;
  // Nothing but finding the tasks asks it; plans of further rounds carry the note of the first.
  const api = first?.plan.note?.api ?? null;
  return buildReport({
    plans: collected.plans.map(({ plan }) => plan),
    digest: first?.digest ?? "",
    collected,
    verdict: decided.verdict,
    workersAre,
    jobs,
    runnerPrice: first?.plan.note?.runnerPrice ?? null,
    apiRequests: api?.requests ?? null,
    apiLimit: api?.limit ?? null,
  });
}

/** When workers could first begin to start. */
function matrixStart(plans: readonly PublishedPlan[]): number {
  return plans[0]?.plan.note?.endedAt ?? Date.now();
}

/** The name of the one artifact of all files, which is taken where an earlier attempt left one; null: none. */
async function keep(
  kit: Kit,
  { key, attempt }: SwarmOnBoard,
  files: readonly KeptFile[],
): Promise<string | null> {
  const { uploadArtifact } = await import("@swarm-actions/artifacts");
  const { temporary } = kit.environment;
  const names = attempt === 1 ? [key] : [key, `${key}-${attempt}`];
  for (const name of names) {
    try {
      await uploadArtifact(name, files, temporary);
      return name;
    } catch (thrown) {
      kit.info(`The artifact "${name}" could not be kept: ${messageOf(thrown)}`);
    }
  }
  const text = "The result is in the files of this job, and no artifact holds it.";
  kit.annotate({ level: "warning", title: "No artifact", text });
  return null;
}

async function tell(kit: Kit, report: SwarmReport, content: BoardContent): Promise<void> {
  const { renderSummary } = await import("@swarm-actions/dashboard");
  kit.output("outcome", report.outcome);
  kit.output("epoch", report.rounds - 1);
  kit.output("matrix", "");
  tellFigures(kit, report);
  kit.summary.add(renderSummary(report));
  for (const { worker, epoch, state, why } of content.segments) {
    if (state !== "broken") continue;
    const text = `The log of worker ${worker} in round ${epoch} is not as it was written: ${why}`;
    kit.annotate({ level: "warning", title: "Audit log", text });
  }
  if (report.reason !== null) {
    // As complete as was asked for is no error.
    const level = content.collected.isEnough ? "warning" : "error";
    kit.annotate({ level, title: `Swarm ${report.outcome}`, text: report.reason });
  }
}
