import { digest } from "@swarm-actions/core";
import { html, type SafeHtml, trusted } from "./html.ts";

/** A page of ours. */
export interface HtmlDocument {
  readonly title: string;
  /** Where the link at the very top leads that spares people the way through the head. */
  readonly skip?: { readonly id: string; readonly words: string };
  /** Our own style sheet and program, never text from outside. Without a program nothing may run. */
  readonly styles: string;
  readonly script?: string;
  readonly body: SafeHtml;
  readonly footer?: string;
}

/**
 * One HTML page that asks for nothing from anywhere. Its policy lets exactly our own style and script
 * take effect, so text from outside could not run even if it got past escaping.
 */
export function writeDocument(page: HtmlDocument): string {
  const { title, styles, script } = page;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(styles, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
${partsOf(page).map(
  (part) => html`${part}
`,
)}</body>
</html>
`.text;
}

function partsOf({ skip, body, footer, script }: HtmlDocument): SafeHtml[] {
  const parts = [
    skip && html`<a class="skip" href="#${skip.id}">${skip.words}</a>`,
    body,
    footer === undefined ? footer : html`<footer><p>${footer}</p></footer>`,
    script === undefined ? script : html`<script>${trusted(script)}</script>`,
  ];
  return parts.filter((part) => part !== undefined);
}

function policy(styles: string, script: string | undefined): string {
  const directives = [
    "default-src 'none'",
    `style-src '${hashOf(styles)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join("; ");
}

function hashOf(text: string): string {
  return `sha256-${Buffer.from(digest(text), "hex").toString("base64")}`;
}
