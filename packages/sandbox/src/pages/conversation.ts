import type { SafeHtml } from "@swarm-actions/display";
import type { PullRequest, Review } from "../state/model.ts";
import { checkMark } from "./checks.ts";
import { commentArticle } from "./comment.ts";
import { html } from "./html.ts";
import type { RenderMarkdown } from "./markdown/render-markdown.ts";
import { threadSection } from "./thread.ts";
import type { TimedCommit } from "./timeline/commit-times.ts";
import type { TimelineEntry } from "./timeline/read-timeline.ts";
import { avatar, counted, moment, person, shortSha } from "./words.ts";

/** What happened, in order. */
export function conversation(
  pullRequest: PullRequest,
  entries: readonly TimelineEntry[],
  markdown: RenderMarkdown,
): SafeHtml {
  const items = entries.map((entry) => {
    const content = entryContent(pullRequest, entry, markdown);
    return html`<li class="entry ${entry.kind}">${content}</li>`;
  });
  return html`<ol class="timeline">${items}</ol>`;
}

function entryContent(
  pullRequest: PullRequest,
  entry: TimelineEntry,
  markdown: RenderMarkdown,
): SafeHtml {
  switch (entry.kind) {
    case "commits":
      return commitList(pullRequest, entry.commits);
    case "comment":
      return commentArticle({ remark: entry.comment, did: "commented", level: 3, markdown });
    case "review": {
      const threads = entry.threads.map((thread) => threadSection(thread, markdown));
      return html`${reviewHead(entry.review, markdown)}${threads}`;
    }
    case "merged":
      return html`<h3>${avatar(entry.by.login)}${person(entry.by)} merged commit <code>${shortSha(entry.sha)}</code> <small>${moment(entry.at)}</small></h3>`;
    case "closed":
      return html`<h3>Closed <small>${moment(entry.at)}</small></h3>`;
  }
}

function commitList(pullRequest: PullRequest, commits: readonly TimedCommit[]): SafeHtml {
  const rows = commits.map(({ commit }) => {
    const [subject = ""] = commit.message.split("\n");
    const mark = checkMark(pullRequest.issue.repository, commit.sha);
    return html`<li><span>${subject}</span> <span class="facts">${mark}<code>${shortSha(commit.sha)}</code></span></li>`;
  });
  const authors = [...new Set(commits.map(({ commit }) => commit.author.name))];
  return html`<h3>${avatar(authors[0] ?? "")}<b>${authors.join(", ")}</b> pushed ${counted(commits.length, "commit")}</h3>
<ul class="commits">${rows}</ul>`;
}

const did: Readonly<Record<Review["state"], string>> = {
  PENDING: "began a review",
  COMMENTED: "reviewed",
  APPROVED: "approved these changes",
  CHANGES_REQUESTED: "requested changes",
  DISMISSED: "reviewed; it was dismissed",
};

function reviewHead(review: Review, markdown: RenderMarkdown): SafeHtml {
  const { id, author, body, submittedAt, commitSha, state, minimizedReason } = review;
  const at = submittedAt === null ? null : moment(submittedAt);
  const head = html`<h3 class="${state.toLowerCase()}" id="review-${id}">${avatar(author.login)}${person(author)} ${did[state]} <small>${at} · at <code>${shortSha(commitSha)}</code></small></h3>`;
  if (body === "") return head;
  const text = html`<div class="markdown">${markdown(body, { prefix: `r${id}-` })}</div>`;
  if (minimizedReason === undefined) return html`${head}${text}`;
  return html`${head}<details><summary>Hidden as ${minimizedReason.toLowerCase()}</summary>${text}</details>`;
}
