import type { Published } from "@swarm-actions/github";
import {
  type Conversation,
  describePlan,
  isEmpty,
  outgoingOf,
  type PublicationPlan,
  type PublicationSettings,
  planPublication,
  withTexts,
} from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import { countFindings, tellCounts } from "./count-findings.ts";
import { endEarly } from "./end-early.ts";
import { ignoredFindings } from "./ignored-findings.ts";
import { type PassedTexts, passTexts } from "./pass-texts.ts";
import { hasRunBeside, reasonSuperseded, withNewest } from "./recheck.ts";
import type { Reviewed } from "./reviewed.ts";
import { reasonOf, runSection, summaryText } from "./summarize.ts";
import { type Ended, tellEnding } from "./tell-ending.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** A plan whose texts have passed the gate, with the page of the run. */
interface PassedPlan extends PassedTexts {
  readonly plan: PublicationPlan;
  readonly page: string;
}

/**
 * Plans what is new, lets it through the gate, looks once more whether the pull request is still where
 * it was, and writes it. Nothing of a review of an older commit is written.
 */
export async function publishReport(job: Job, reviewed: Reviewed): Promise<Ended> {
  const { kit, host } = job;
  const { conversation } = reviewed;
  const first = await kit.stage("Plan and pass the gate", () => plan(job, reviewed));
  if (job.inputs.dryRun) {
    // Of a dry run the client sends nothing; it notes in the log what it would have sent.
    if (!isEmpty(first.plan)) await host.apply(first.plan, { pendingReview: null });
    return conclude(job, reviewed, first, "dry-run");
  }
  if (isEmpty(first.plan)) return conclude(job, reviewed, first, "unchanged");
  const head = await kit.stage("Look at the head again", () =>
    host.readHead(conversation.pullRequest.number),
  );
  const superseded = reasonSuperseded(conversation, head);
  if (superseded !== null) return endEarly(kit, "superseded", superseded);
  const newest = withNewest(conversation, head);
  // Somebody spoke meanwhile, perhaps another run of ours: its summary must not get a twin.
  const current = { ...reviewed, conversation: newest };
  const last = newest === conversation ? first : await plan(job, current);
  if (isEmpty(last.plan)) return conclude(job, current, last, "unchanged");
  const look = { ...head, isBeside: hasRunBeside(conversation, newest) };
  const published = await kit.stage("Write", () => host.apply(last.plan, look));
  tellProblems(job, published);
  return conclude(job, current, last, "written");
}

async function plan(job: Job, reviewed: Reviewed): Promise<PassedPlan> {
  const { conversation, report, config } = reviewed;
  const ignored = ignoredFindings(job, reviewed);
  const settings = settingsOf(job, reviewed);
  const draft = planPublication({ conversation, report, settings, ignored });
  const texts = [...outgoingOf(draft), await summaryText(report)];
  const redact = (text: string): string => job.kit.redactor.redact(text);
  const passed = await passTexts(texts, config.publish, redact);
  const [page] = passed.texts.slice(-1);
  const own = passed.texts.slice(0, -1);
  return { ...passed, plan: withTexts(draft, own), page: page?.text ?? "" };
}

function settingsOf({ kit, inputs }: Job, { config, origin }: Reviewed): PublicationSettings {
  const { serverUrl, owner, repository, runId } = kit.environment;
  const { maxComments, annotations, maxAnnotations } = config.publish;
  return {
    checkName: inputs.key,
    key: inputs.key,
    failOn: config.failOn === "never" ? null : config.failOn,
    annotate: annotations,
    maxAnnotations,
    maxComments,
    runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
    origin,
  };
}

function tellProblems({ kit }: Job, { review, threads }: Published): void {
  const moved = review.status === "written" || review.status === "found" ? review.value.moved : [];
  for (const comment of moved) {
    const place = "line" in comment ? `${comment.path}:${comment.line}` : comment.path;
    const text = `GitHub did not take a comment on ${place}; it stands in the review's text.`;
    kit.annotate({ level: "warning", title: "Comment moved", text });
  }
  const refused = threads.filter(({ status }) => status === "refused");
  if (refused[0] === undefined) return;
  const text = `${refused.length} of ${threads.length} threads that are done stay open: ${refused[0].message ?? "GitHub gave no reason"}`;
  kit.annotate({ level: "notice", title: "Threads left open", text });
}

function conclude(
  job: Job,
  reviewed: Reviewed,
  { plan: made, page, changes }: PassedPlan,
  published: Ended["published"],
): Ended {
  const { kit, host } = job;
  const { conversation, config, report, read } = reviewed;
  const counted = countFindings(report.result, ignoredFindings(job, reviewed));
  const { outcome, findings } = counted;
  const conclusion = made.check?.conclusion ?? lastConclusion(conversation);
  tellCounts(kit, findings);
  kit.output("posted", published === "written" ? commentsOf(made) : 0);
  if (published === "dry-run") kit.info(describePlan(made));
  kit.summary.add(page);
  kit.summary.add(
    runSection({ published, read, ignored: counted.ignored, gate: changes, api: host.usage() }),
  );
  const reason = reasonOf(report.result);
  tellVerdict(kit, counted, config, reason);
  const isRed = conclusion === "failure" || conclusion === "action_required";
  const verdict = isRed || outcome === "not-run" ? "failed" : "passed";
  return tellEnding(kit, { outcome, reason, conclusion, published, verdict });
}

/** What the check says that is there already, where nothing new has to be said. */
function lastConclusion({ checks }: Conversation): Ended["conclusion"] {
  const last = checks.at(-1)?.conclusion ?? null;
  return conclusions.find((known) => known === last) ?? null;
}

const conclusions = ["success", "failure", "neutral", "action_required"] as const;

function commentsOf({ review }: PublicationPlan): number {
  return review === null ? 0 : review.lines.length + review.files.length;
}
