export { cost, counted, duration } from "./amounts.ts";
export { type HtmlDocument, writeDocument } from "./html/document.ts";
export { createHtml, html, SafeHtml, trusted } from "./html/html.ts";
export { inline, messageOf } from "./html/message.ts";
export { stylesWith } from "./html/style/styles.ts";
export type { Look } from "./look.ts";
export {
  codeOf,
  createMarkdownWriter,
  type MarkdownWriter,
  proseOf,
  wordsOf,
} from "./markdown/escape.ts";
export { writeWhileFits } from "./markdown/fill.ts";
export { fit, type Page, pad, pageOf, wrap } from "./text/page.ts";
export { visible, visibleCode, visibleJson, visibleLine } from "./visible.ts";
