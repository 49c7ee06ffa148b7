import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** What GitHub would act on or show when it renders a text, code left out. */
export interface LiveMarkup {
  /** Where links and images lead. */
  readonly addresses: readonly string[];
  readonly mentions: readonly string[];
  /** `fixes #1` and the like. */
  readonly closing: readonly string[];
  /** Names of tags, without those of Markdown itself. */
  readonly tags: readonly string[];
  /** Names of our own markers. */
  readonly markers: readonly string[];
}

const ordinary = new Set(
  "h1 h2 h3 h4 h5 h6 p ul ol li table thead tbody tr th td strong em del a code pre sub br hr details summary blockquote".split(
    " ",
  ),
);

/** Renders a text as GitHub does, so that what only looks harmless in the source is seen. */
export function liveMarkup(markdown: string): LiveMarkup {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replace(/<(pre|code)[^>]*>[\s\S]*?<\/\1>/g, "");
  const prose = html.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, " ");
  const all = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, found = ""]) => found);
  return {
    addresses: all(html, /(?:href|src)="([^"]*)"/g),
    mentions: all(prose, /(?<![\w.`])@([a-z\d][\w/-]*)/gi),
    closing: all(prose, /\b((?:close|fix|resolve)[sd]?e?d?:?\s+[\w/-]*#\d+)/gi),
    tags: all(html, /<([a-z][\w-]*)/gi).filter((name) => !ordinary.has(name)),
    markers: all(html, /<!-- swarm-actions:([a-z]+)/g),
  };
}
