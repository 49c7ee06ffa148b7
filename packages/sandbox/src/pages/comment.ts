import type { SafeHtml } from "@swarm-actions/display";
import type { Reaction, ReactionContent, User } from "../state/model.ts";
import { html } from "./html.ts";
import type { MarkdownPlace } from "./markdown/finish.ts";
import type { RenderMarkdown } from "./markdown/render-markdown.ts";
import { avatar, moment, person } from "./words.ts";

/** What every kind of comment has. */
interface Remark {
  readonly id: number;
  readonly author: User;
  readonly body: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly reactions: readonly Reaction[];
  readonly minimizedReason?: string;
}

interface CommentParts {
  readonly remark: Remark;
  /** What its author did: `commented`. */
  readonly did: string;
  readonly level: 3 | 4;
  readonly markdown: RenderMarkdown;
  readonly replaced?: MarkdownPlace["replaced"];
}

/** A comment with its author, its text and what others make of it; a hidden one is folded. */
export function commentArticle(parts: CommentParts): SafeHtml {
  const { remark, did, level } = parts;
  const edited = remark.updatedAt > remark.createdAt ? html` · edited` : null;
  const { author, createdAt, id } = remark;
  const words = html`${avatar(author.login)}${person(author)} ${did} <small>${moment(createdAt)}${edited}</small>`;
  const head =
    level === 3 ? html`<h3 id="head-${id}">${words}</h3>` : html`<h4 id="head-${id}">${words}</h4>`;
  return html`<article class="comment" id="comment-${id}" aria-labelledby="head-${id}">
${head}
${bodyOf(parts)}${reactionList(remark.reactions)}
</article>`;
}

function bodyOf({ remark, markdown, replaced = [] }: CommentParts): SafeHtml {
  const { id, body, minimizedReason } = remark;
  const text = html`<div class="markdown">${markdown(body, { prefix: `c${id}-`, replaced })}</div>`;
  if (minimizedReason === undefined) return text;
  return html`<details><summary>Hidden as ${minimizedReason.toLowerCase()}</summary>${text}</details>`;
}

const faces: ReadonlyMap<ReactionContent, string> = new Map([
  ["+1", "👍"],
  ["-1", "👎"],
  ["laugh", "😄"],
  ["confused", "😕"],
  ["heart", "❤️"],
  ["hooray", "🎉"],
  ["rocket", "🚀"],
  ["eyes", "👀"],
]);

export function reactionList(reactions: readonly Reaction[]): SafeHtml | null {
  if (reactions.length === 0) return null;
  const chips = [...faces].map(([content, face]) => {
    const by = reactions.filter((one) => one.content === content).map(({ user }) => user.login);
    if (by.length === 0) return null;
    return html`<li title="${by.join(", ")}"><span aria-hidden="true">${face}</span> ${by.length}<span class="unseen"> ${content} by ${by.join(", ")}</span></li>`;
  });
  return html`<ul class="reactions" aria-label="Reactions">${chips}</ul>`;
}
