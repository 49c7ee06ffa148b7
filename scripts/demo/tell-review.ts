import { counted } from "@swarm-actions/display";
import { severities } from "@swarm-actions/review";
import type { PullRequest } from "@swarm-actions/sandbox";
import { readLeft, type TimedRun } from "./run-action.ts";
import { fact, quote, seconds } from "./say.ts";

/** What is on the pull request after its first review. */
export function tellFirstReview(
  { reviews, threads, issue, head }: PullRequest,
  run: TimedRun,
): void {
  fact("review", `${reviews.length}, with ${counted(threads.length, "comment")} on lines`);
  fact("summary", `${issue.comments.length}: ${tally(run)}`);
  tellCheck({ issue, head }, run);
  tellCost(run);
  console.log();
  const heads = threads.map(({ path, line, comments }) => ({ path, line, ...headOf(comments) }));
  const worst = heads.filter(({ severity }) => severity === "high");
  for (const { path, line, words } of worst) quote(`${path}:${line}  ${words}`);
  quote(`… and ${threads.length - worst.length} more`);
}

/** What the review of a push changed; the summary is to be the one that was there. */
export function tellNextReview(
  { reviews, threads, issue, head }: PullRequest,
  run: TimedRun,
  summary: number,
): void {
  const { reviewed, carried } = JSON.parse(readLeft(run, "json")).coverage;
  const resolved = threads.filter(({ resolvedBy }) => resolvedBy !== null).length;
  const isSame = issue.comments.length === 1 && issue.comments[0]?.id === summary;
  fact(
    "looked at",
    `${reviewed} of ${reviewed + carried} parts of the change; the rest is as it was`,
  );
  fact("threads", `${resolved} resolved, ${threads.length - resolved} still open`);
  fact("review", `${reviews.length === 1 ? "still 1" : reviews.length}; nothing was said twice`);
  fact("summary", `${isSame ? "the same, updated" : "another one"}: ${tally(run)}`);
  tellCheck({ issue, head }, run);
  tellCost(run);
}

/** What a command came to. */
export function tellAnswer({ issue, head }: PullRequest, run: TimedRun): void {
  const [asked, answer] = issue.comments.slice(-2);
  const reactions = asked?.reactions.map(({ content }) => content).join(", ");
  fact("reaction", reactions === "" || reactions === undefined ? "none" : reactions);
  fact("reply", "1");
  quote(wordsOf(answer?.body ?? ""));
  if (run.outputs.get("findings") !== undefined) {
    fact("summary", tally(run));
    tellCheck({ issue, head }, run);
  }
  tellCost(run);
}

function tellCheck({ issue, head }: Pick<PullRequest, "issue" | "head">, run: TimedRun): void {
  const suites = issue.repository.checkSuites.filter(({ headSha }) => headSha === head.sha);
  const checks = suites.flatMap(({ runs }) => runs);
  const why = run.outputs.get("high") === "0" ? "" : ", as findings of high or above fail it here";
  fact("check", `${checks.length}: ${checks[0]?.conclusion}${why}`);
}

function tellCost(run: TimedRun): void {
  const requests = counted(Number(run.outputs.get("api-requests")), "request");
  fact("cost", `${requests} to GitHub’s API, ${seconds(run.seconds)}`);
}

function tally({ outputs }: TimedRun): string {
  const some = severities.filter((name) => Number(outputs.get(name)) > 0);
  const parts = some.map((name) => `${outputs.get(name)} ${name}`);
  return `${counted(Number(outputs.get("findings")), "finding")} (${parts.join(", ")})`;
}

/** "**high: A key on a line**" → "high" and the rest. */
function headOf([comment]: PullRequest["threads"][number]["comments"]): {
  readonly severity: string;
  readonly words: string;
} {
  const [, severity = "", words = ""] = /^\*\*(\w+): (.*)\*\*/.exec(comment?.body ?? "") ?? [];
  return { severity, words };
}

/** A comment without what only Markdown needs. */
function wordsOf(markdown: string): string {
  const bare = markdown.replace(/<!--[\s\S]*?-->/g, "").replaceAll(/\*\*|`/g, "");
  return bare.trim();
}
