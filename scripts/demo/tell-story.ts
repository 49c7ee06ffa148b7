import { type PullRequest, renderPullRequestPage } from "@swarm-actions/sandbox";
import { mendSample } from "../sample/create-sample.ts";
import { readLeft, runPrReview } from "./run-action.ts";
import { fact, title } from "./say.ts";
import { openStage, type Stage } from "./stage.ts";
import { tellAnswer, tellFirstReview, tellNextReview } from "./tell-review.ts";
import { writePage } from "./write-page.ts";

/** The finding that the maintainer asks about. */
const questioned = "migrations/drop-data";

/**
 * Tells what pr-review does for a pull request, from its opening to a maintainer's word, by doing it:
 * the built action in processes of its own, a local GitHub, real git.
 * @returns whether it was told to its end, and not stopped
 */
export async function tellStory(signal: AbortSignal): Promise<boolean> {
  const pages = await play(signal).catch((thrown: unknown) => {
    if (!signal.aborted) throw thrown;
    return null;
  });
  if (pages === null) return false;
  title("All of it is stopped and removed. Open the pages in a browser:");
  for (const { what, file } of pages) console.log(`  ${what.padEnd(34)} ${file}`);
  return true;
}

/** A page that was made, and where it is. */
interface Page {
  readonly what: string;
  readonly file: string;
}

async function play(signal: AbortSignal): Promise<readonly Page[]> {
  await using stage = await openStage(signal);
  console.log(`A local GitHub listens on ${stage.sandbox.url}; nothing leaves this machine.`);
  const pullRequest = await open(stage);
  const first = await reviewFirst(stage, pullRequest);
  await pushFix(stage);
  await reviewAgain(stage, pullRequest);
  const id = idOf(pullRequest, questioned);
  await command(stage, pullRequest, `/swarm explain ${id}`);
  await command(stage, pullRequest, `/swarm ignore ${id} the column was never filled`);
  const last = await writePullRequest(pullRequest, "pull-request.html");
  return [...first, { what: "the pull request at the end", file: last }];
}

async function open(stage: Stage): Promise<PullRequest> {
  const pullRequest = await stage.openPullRequest();
  const { issue, head, base } = pullRequest;
  title(`Ada opens pull request #${issue.number} in ${stage.repository}`);
  const size = await stage.git("diff", "--shortstat", "main...HEAD");
  fact("title", issue.title);
  fact("branch", `${head.ref} into ${base.ref}: ${size.trim()}`);
  return pullRequest;
}

async function reviewFirst(stage: Stage, pullRequest: PullRequest): Promise<readonly Page[]> {
  title("pr-review reviews it");
  const run = await runPrReview(stage, "pull_request");
  tellFirstReview(pullRequest, run);
  const reviewed = await writePullRequest(pullRequest, "pull-request-reviewed.html");
  return [
    {
      what: "the first review as a report",
      file: writePage("report.html", readLeft(run, "report")),
    },
    { what: "the pull request after it", file: reviewed },
  ];
}

async function writePullRequest(pullRequest: PullRequest, name: string): Promise<string> {
  return writePage(name, await renderPullRequestPage(pullRequest));
}

async function pushFix({ clone, git }: Stage): Promise<void> {
  mendSample(clone);
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Mend what the review found");
  await git("push", "--quiet", "origin", "HEAD");
  title("Ada pushes a fix");
  fact("commit", await git("log", "-1", "--format=%h %s"));
}

async function reviewAgain(stage: Stage, pullRequest: PullRequest): Promise<void> {
  const [summary] = pullRequest.issue.comments;
  title("pr-review reviews the push");
  const run = await runPrReview(stage, "pull_request");
  tellNextReview(pullRequest, run, summary?.id ?? 0);
}

async function command(stage: Stage, pullRequest: PullRequest, body: string): Promise<void> {
  await stage.comment("grace", body);
  title(`Grace, a maintainer, comments "${body}"`);
  const run = await runPrReview(stage, "issue_comment");
  tellAnswer(pullRequest, run);
}

/** As the comment on it tells it. */
function idOf({ threads }: PullRequest, rule: string): string {
  const bodies = threads.map(({ comments }) => comments[0]?.body ?? "");
  const body = bodies.find((text) => text.includes(`\`${rule}\``)) ?? "";
  const id = /\/swarm ignore ([0-9a-f]+)/.exec(body)?.[1];
  if (id === undefined) throw new Error(`no comment on ${rule} tells its id`);
  return id;
}
