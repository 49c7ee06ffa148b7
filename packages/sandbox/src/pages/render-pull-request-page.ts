import type { PullRequest } from "../state/model.ts";
import { checksSection } from "./checks.ts";
import { conversation } from "./conversation.ts";
import { description } from "./description.ts";
import { filesSection } from "./files.ts";
import { html } from "./html.ts";
import { loadMarkdown } from "./markdown/render-markdown.ts";
import { pullRequestHeader } from "./pull-request-header.ts";
import { readPullRequestPage } from "./read-pull-request-page.ts";
import { labelStyles } from "./style/labels.ts";
import { styles } from "./style/styles.ts";
import { writePage } from "./write-page.ts";

/**
 * A pull request as GitHub would show it to someone who is not signed in, rendered here: one HTML file
 * that needs nothing else, asks for nothing and runs nothing, whatever was written on the pull request.
 */
export async function renderPullRequestPage(pullRequest: PullRequest): Promise<string> {
  const [page, markdown] = await Promise.all([readPullRequestPage(pullRequest), loadMarkdown()]);
  const { issue, head } = pullRequest;
  const body = html`<div class="page">
${pullRequestHeader(page)}
<main>
<section aria-labelledby="conversation"><h2 id="conversation">Conversation</h2>
${description(issue, markdown)}
${conversation(pullRequest, page.timeline, markdown)}</section>
${checksSection(issue.repository, head.sha, markdown)}
${filesSection(page.files)}
</main>
</div>`;
  const title = `${issue.title} · #${issue.number} · ${issue.repository.owner.login}/${issue.repository.name}`;
  return writePage(title, styles + labelStyles(issue.labels), body);
}
