type Sanitize = typeof import("rehype-sanitize").default;

/** A document of HTML as a tree. */
export type Tree = ReturnType<ReturnType<Sanitize>>;
export type Node = Tree["children"][number];
export type Element = Extract<Node, { type: "element" }>;
export type Inner = Element["children"][number];

/** An element of our own. */
export function element(
  tagName: string,
  properties: Element["properties"],
  children: Inner[],
): Element {
  return { type: "element", tagName, properties, children };
}

export function text(value: string): Inner {
  return { type: "text", value };
}

/** The words below a node. */
export function wordsOf(node: Node | Inner): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wordsOf).join("") : "";
}
