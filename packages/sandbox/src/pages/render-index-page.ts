import type { SafeHtml } from "@swarm-actions/display";
import { fullName } from "../present/repository-urls.ts";
import type { PullRequest, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { html } from "./html.ts";
import { styles } from "./style/styles.ts";
import { counted, person } from "./words.ts";
import { writePage } from "./write-page.ts";

/** The repositories of a sandbox and their pull requests, newest first. */
export function renderIndexPage(world: World): string {
  const repositories = [...world.repositories.values()];
  const body = html`<div class="page">
<header class="top"><h1>Repositories</h1>
<p class="facts">${counted(repositories.length, "repository").replace("repositorys", "repositories")} of the local GitHub at ${world.url}.</p></header>
<main>${repositories.map(repositorySection)}</main>
</div>`;
  return writePage("A local GitHub", styles, body);
}

function repositorySection(repository: Repository): SafeHtml {
  const hidden = repository.private ? html` <span class="tag">private</span>` : null;
  const pulls = [...repository.issues.values()].flatMap(({ pullRequest }) => pullRequest ?? []);
  const list =
    pulls.length === 0
      ? html`<p class="none">No pull requests.</p>`
      : html`<ul class="list">${pulls.toReversed().map(pullItem)}</ul>`;
  return html`<section><h2>${fullName(repository)}${hidden}</h2>${list}</section>`;
}

function pullItem({ issue, merged }: PullRequest): SafeHtml {
  const state = merged === null ? issue.state : "merged";
  const href = `/${fullName(issue.repository)}/pull/${issue.number}`;
  return html`<li><a href="${href}">${issue.title}</a> <small>#${issue.number} · ${state} · by ${person(issue.author)}</small></li>`;
}
