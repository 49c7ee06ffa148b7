import { type SafeHtml, trusted } from "@swarm-actions/display";
import { html } from "../html.ts";
import { finish, type MarkdownPlace } from "./finish.ts";
import { isPlain } from "./is-plain.ts";

export type RenderMarkdown = (markdown: string, place?: Partial<MarkdownPlace>) => SafeHtml;

/**
 * What turns the Markdown of comments into HTML that is harmless. Loaded when a page is asked for: it
 * is heavy, and most sandboxes show none.
 */
export async function loadMarkdown(): Promise<RenderMarkdown> {
  const [{ unified }, parse, gfm, toHtml, raw, sanitize, stringify] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-gfm"),
    import("remark-rehype"),
    import("rehype-raw"),
    import("rehype-sanitize"),
    import("rehype-stringify"),
  ]);
  return (markdown, { prefix = "text-", replaced = [] } = {}) => {
    if (isPlain(markdown)) return asItStands(markdown);
    const schema = { ...sanitize.defaultSchema, clobberPrefix: prefix };
    const processor = unified()
      .use(parse.default)
      .use(gfm.default)
      .use(toHtml.default, { allowDangerousHtml: true, clobberPrefix: "" })
      .use(raw.default)
      .use(sanitize.default, schema)
      .use(stringify.default);
    try {
      const tree = processor.runSync(processor.parse(markdown));
      finish(tree, { prefix, replaced });
      return trusted(processor.stringify(tree));
    } catch (thrown) {
      // Nested deeper than the stack is.
      if (thrown instanceof RangeError) return asItStands(markdown);
      throw thrown;
    }
  };
}

function asItStands(markdown: string): SafeHtml {
  return html`<pre>${markdown}</pre>`;
}
