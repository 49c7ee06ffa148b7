import { createHash } from "node:crypto";
import { html, type SafeHtml, trusted } from "./html.ts";

interface DocumentParts {
  readonly title: string;
  readonly style: string;
  readonly body: SafeHtml;
}

/**
 * A page that asks for nothing from anywhere and runs nothing: its policy lets its own style take
 * effect and nothing else, so that what got past the sanitizer would still do nothing.
 */
export function writeDocument({ title, style, body }: DocumentParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<aside class="notice" aria-label="What this is">A local sandbox’s rendering, not GitHub.</aside>
${body}
</body>
</html>
`.text;
}

function policyFor(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
