import { readZippedFile } from "@swarm-actions/artifacts";
import { builtInRules } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import type { WorkflowRunFacts } from "@swarm-actions/github";
import {
  type Conversation,
  type HandOver,
  readHandOver,
  replayPanel,
} from "@swarm-actions/publication";
import { reviewChange } from "@swarm-actions/review";
import { artifactName, handOverFile } from "../hand-over-file.ts";
import type { Job } from "../job.ts";
import { reportOn } from "../stages/ask-agents.ts";
import { endEarly } from "../stages/end-early.ts";
import { learnSecrets } from "../stages/learn-secrets.ts";
import { publishReport } from "../stages/publish-report.ts";
import { readChangeIn } from "../stages/read-change.ts";
import { readSettings } from "../stages/read-settings.ts";
import { nothingToReview, reasonToSkip } from "../stages/reason-to-skip.ts";
import type { Ended } from "../stages/tell-ending.ts";
import { writeReports } from "../stages/write-reports.ts";
import { refuseOtherRuns } from "./refuse-run.ts";

/** Bytes; a result is text, and packs well. */
const limits = { zipped: 4 * 1024 * 1024, unpacked: 16 * 1024 * 1024 } as const;

/**
 * Writes what a run that could not write has found. Which pull request and which commit that was is asked
 * of GitHub; of the artifact only what is said is taken, and placed on the diff that is read here.
 */
export async function publish(job: Job, run: WorkflowRunFacts): Promise<Ended> {
  const { kit, host } = job;
  refuseOtherRuns(run);
  const places = await kit.stage("Find the pull request", () => host.findPullRequests(run));
  const numbers = places.map(({ number }) => number);
  const [first] = numbers;
  if (first === undefined) {
    return endEarly(kit, "superseded", "No open pull request has the analyzed commit as its head.");
  }
  const [conversation, text] = await kit.stage("Read the pull request and the result", () =>
    Promise.all([host.readConversation(first), readResult(job, run)]),
  );
  if (text === null) return endWithoutResult(job, run, conversation);
  const handedOver = readHandOver(text, { headSha: run.headSha, numbers });
  const { number } = handedOver;
  const meant = number === first ? conversation : await host.readConversation(number);
  return publishResult(job, run, meant, handedOver);
}

/** A run keeps nothing where there is nothing to review; anywhere else, silence must not pass for a review. */
async function endWithoutResult(
  job: Job,
  run: WorkflowRunFacts,
  conversation: Conversation,
): Promise<Ended> {
  const { kit, inputs } = job;
  const { pullRequest } = conversation;
  const config = await readSettings(job, conversation);
  const nothing =
    reasonToSkip(pullRequest, config) ??
    nothingToReview((await readChangeIn(job, pullRequest)).change, config);
  if (nothing === null) throw noResult(run, artifactName(inputs, run.attempt));
  return endEarly(kit, "skipped", nothing);
}

/** What the run kept, as text; null when it succeeded and kept nothing, as for a draft. */
async function readResult({ host, inputs }: Job, run: WorkflowRunFacts): Promise<string | null> {
  const name = artifactName(inputs, run.attempt);
  const zip = await host.readArtifact(run.id, name, limits.zipped);
  if (zip !== null) {
    const expected = { name: handOverFile, limit: limits.unpacked };
    return Buffer.from(await readZippedFile(zip, expected)).toString("utf8");
  }
  if (run.conclusion === "success") return null;
  throw noResult(run, name);
}

function noResult({ id, conclusion }: WorkflowRunFacts, name: string): CodedError {
  const message = `run ${id}, whose conclusion is ${conclusion}, has no result named "${name}"`;
  return new CodedError("pr-review/no-result", message, {
    fix: "See in that run whether it failed, and run it again if its result has expired; both halves must have the same `artifact`.",
    place: "with: artifact",
  });
}

async function publishResult(
  job: Job,
  run: WorkflowRunFacts,
  conversation: Conversation,
  handedOver: HandOver,
): Promise<Ended> {
  const { kit } = job;
  const { pullRequest } = conversation;
  if (pullRequest.headSha !== run.headSha) {
    return endEarly(kit, "superseded", "The pull request got another commit meanwhile.");
  }
  const config = await readSettings(job, conversation);
  const skipped = reasonToSkip(pullRequest, config);
  if (skipped !== null) return endEarly(kit, "skipped", skipped);
  const read = await readChangeIn(job, pullRequest);
  const report = await kit.stage("Check the result", () =>
    reportOn(kit, read.change, builtInRules, () =>
      reviewChange({
        change: read.change,
        panel: learnSecrets(replayPanel(handedOver), kit.redactor),
        settings: config.review,
        panelDigest: "handed-over",
        previous: null,
      }),
    ),
  );
  await kit.stage("Write the reports", () => writeReports(kit, job.folder, report));
  const origin = "handed-over" as const;
  const ended = await publishReport(job, {
    conversation,
    config,
    report,
    read,
    ignore: [],
    origin,
  });
  // What was found is in the check; this run did what it is there for, unless nothing was reviewed.
  return ended.outcome === "not-run" ? ended : { ...ended, verdict: "passed" };
}
