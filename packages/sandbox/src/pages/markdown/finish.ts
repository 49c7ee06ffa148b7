import { visible } from "../visible.ts";
import { createHeadings } from "./headings.ts";
import { type Element, element, type Inner, type Tree, text } from "./node.ts";
import { suggestedText, suggestionFigure } from "./suggestion.ts";

export interface MarkdownPlace {
  /** Begins every id of this text, so that no two on a page are the same. */
  readonly prefix: string;
  /** The lines that a suggestion would replace. */
  readonly replaced: readonly string[];
}

/** Makes a sanitized text fit the page: nothing is fetched, skipped, hidden or wider than the screen. */
export function finish(tree: Tree, place: MarkdownPlace): void {
  const levelOf = createHeadings();
  const walk = <Kind extends Tree["children"][number] | Inner>(nodes: Kind[]): void => {
    for (const [index, node] of nodes.entries()) {
      if (node.type === "text") node.value = visible(node.value);
      if (node.type !== "element") continue;
      walk(node.children);
      nodes[index] = fit(node, place, levelOf) as Kind;
    }
  };
  walk(tree.children);
}

function fit(node: Element, place: MarkdownPlace, levelOf: (level: number) => number): Element {
  const suggested = suggestedText(node);
  if (suggested !== null) return suggestionFigure(suggested, place.replaced);
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading !== null) return { ...node, tagName: `h${levelOf(Number(heading[1]))}` };
  return special.get(node.tagName)?.(node, place) ?? node;
}

const special: ReadonlyMap<string, (node: Element, place: MarkdownPlace) => Element> = new Map([
  // The page fetches nothing, so that a picture is its description.
  ["img", (node: Element) => note(`[picture: ${String(node.properties.alt ?? "")}]`)],
  ["input", (node: Element) => note(node.properties.checked === true ? "☑" : "☐")],
  ["a", (node: Element, { prefix }: MarkdownPlace) => link(node, prefix)],
  ["table", (node: Element) => scrolling(node)],
]);

function note(words: string): Element {
  return element("span", { className: ["stand-in"] }, [text(visible(words))]);
}

/** A link within the text follows its target's id; one that leads out tells nobody where from. */
function link(node: Element, prefix: string): Element {
  const { href } = node.properties;
  if (typeof href !== "string") return node;
  const isInner = href.startsWith("#");
  const to = isInner ? { href: `#${prefix}${href.slice(1)}` } : { rel: ["nofollow", "noreferrer"] };
  return { ...node, properties: { ...node.properties, ...to } };
}

function scrolling(table: Element): Element {
  const properties = { className: ["scroll"], tabIndex: 0, role: "region", ariaLabel: "Table" };
  return element("div", properties, [table]);
}
