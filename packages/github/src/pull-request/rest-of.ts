import type { GitHubClient } from "../client.ts";
import type { Page } from "./answers.ts";

/** All nodes of a list whose first page is known. @param document takes `id` and `after`, answers `node.page` */
export async function restOf<Node>(
  client: GitHubClient,
  document: string,
  id: string,
  first: Page<Node> | null,
): Promise<readonly Node[]> {
  const nodes = [...(first?.nodes ?? [])];
  let after = cursorAfter(first);
  while (after !== null) {
    const { node } = await client.query<{ readonly node: { readonly page: Page<Node> } }>(
      document,
      { id, after },
    );
    nodes.push(...node.page.nodes);
    after = cursorAfter(node.page);
  }
  return nodes;
}

/** Where the next page begins; null after the last. */
export function cursorAfter(page: Page<unknown> | null): string | null {
  return page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
}
