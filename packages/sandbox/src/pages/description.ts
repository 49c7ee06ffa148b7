import type { SafeHtml } from "@swarm-actions/display";
import type { Issue } from "../state/model.ts";
import { reactionList } from "./comment.ts";
import { html } from "./html.ts";
import type { RenderMarkdown } from "./markdown/render-markdown.ts";
import { avatar, moment, person } from "./words.ts";

/** What its author says of a pull request. */
export function description(
  { author, createdAt, body, reactions }: Issue,
  markdown: RenderMarkdown,
): SafeHtml {
  const text =
    body === null || body.trim() === ""
      ? html`<p class="none">No description provided.</p>`
      : markdown(body, { prefix: "d-" });
  return html`<article class="comment" aria-labelledby="description">
<h3 id="description">${avatar(author.login)}${person(author)} opened this <small>${moment(createdAt)}</small></h3>
<div class="markdown">${text}</div>${reactionList(reactions)}
</article>`;
}
