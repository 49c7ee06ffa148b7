import type { SafeHtml } from "@swarm-actions/display";
import { html } from "./html.ts";
import type { PullRequestPage } from "./read-pull-request-page.ts";
import { counted, person } from "./words.ts";

/** Title, state, branches and labels; and ways to the parts of the page. */
export function pullRequestHeader(page: PullRequestPage): SafeHtml {
  const { pullRequest, commits, files } = page;
  const { issue, base } = pullRequest;
  const { owner, name } = issue.repository;
  const state = stateOf(page);
  const hidden = issue.repository.private ? html` <span class="tag">private</span>` : null;
  return html`<header class="top">
<p class="facts">${owner.login} / ${name}${hidden}</p>
<h1>${issue.title} <span class="number">#${issue.number}</span></h1>
<p><span class="state ${state.toLowerCase()}">${state}</span> ${person(issue.author)} ${
    pullRequest.merged === null ? "wants to merge" : "merged"
  } ${counted(commits, "commit")} into <code>${base.ref}</code> from <code>${headName(page)}</code></p>
${labelList(page)}
<nav aria-label="On this page"><ul>
<li><a href="#conversation">Conversation</a></li>
<li><a href="#checks">Checks</a></li>
<li><a href="#files">Files changed</a> <small>${files.length}</small></li>
</ul></nav>
</header>`;
}

function stateOf({ pullRequest }: PullRequestPage): "Open" | "Draft" | "Merged" | "Closed" {
  const { merged, draft, issue } = pullRequest;
  if (merged !== null) return "Merged";
  if (issue.state === "closed") return "Closed";
  return draft ? "Draft" : "Open";
}

/** A branch of another repository is named with whom it belongs to. */
function headName({ pullRequest: { head, issue } }: PullRequestPage): string {
  if (head.repository === issue.repository) return head.ref;
  return `${head.repository?.owner.login ?? "unknown repository"}:${head.ref}`;
}

function labelList({ pullRequest }: PullRequestPage): SafeHtml | null {
  const { labels } = pullRequest.issue;
  if (labels.length === 0) return null;
  const items = labels.map(({ id, name }) => html`<li class="label label-${id}">${name}</li>`);
  return html`<ul class="labels" aria-label="Labels">${items}</ul>`;
}
