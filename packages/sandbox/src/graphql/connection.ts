import { type GraphQLResolveInfo, Kind, type SelectionNode } from "graphql";
import type { GraphqlContext } from "./context.ts";
import { cursorAfter, cursorBefore, cursorOf } from "./cursor.ts";
import { GraphqlFault } from "./fault.ts";
import { type Arguments, type FieldWithArguments, numberOf, textOf } from "./fields.ts";

const pageLimit = 100;
const pageArguments = ["first", "last", "after", "before"];

interface ConnectionOptions<Item> {
  /** Arguments beside those of pages, which `list` heeds. */
  readonly args?: readonly string[];
  /** What the item is shown as; default itself. */
  readonly node?: (item: Item) => unknown;
  /** What an edge says beside its node. */
  readonly edge?: (item: Item) => Readonly<Record<string, unknown>>;
  /** What the connection says beside its nodes. */
  readonly more?: (items: readonly Item[]) => Readonly<Record<string, unknown>>;
}

/** A field that is a list in pages. `list` gives all of it, in order. */
export function connection<Source, Item>(
  list: (
    source: Source,
    args: Arguments,
    context: GraphqlContext,
  ) => readonly Item[] | Promise<readonly Item[]>,
  options: ConnectionOptions<Item> = {},
): FieldWithArguments<Source> {
  return {
    args: [...pageArguments, ...(options.args ?? [])],
    resolve: async (source, args, context, info) => {
      checkPage(args, info);
      const items = await list(source, args, context);
      return { ...pageOf(items, args, options), ...options.more?.(items) };
    },
  };
}

function checkPage(args: Arguments, info: GraphQLResolveInfo): void {
  const name = info.fieldName;
  const given = (["first", "last"] as const).filter((side) => numberOf(args, side) !== null);
  if (given.length === 2) {
    const message = `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`;
    throw new GraphqlFault("UNPROCESSABLE", message);
  }
  for (const side of given) checkSize(numberOf(args, side) ?? 0, side, name);
  if (given.length > 0 || !asksForItems(info)) return;
  const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
  throw new GraphqlFault("MISSING_PAGINATION_BOUNDARIES", message);
}

function checkSize(size: number, side: string, name: string): void {
  if (size < 0) {
    const message = `\`${side}\` on the \`${name}\` connection cannot be less than zero.`;
    throw new GraphqlFault("UNPROCESSABLE", message);
  }
  if (size <= pageLimit) return;
  const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`${side}\` limit of ${pageLimit} records.`;
  throw new GraphqlFault("EXCESSIVE_PAGINATION", message);
}

/** Only a count may be asked for without saying how many. */
function asksForItems({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const asks = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD) {
      return ["nodes", "edges", "pageInfo"].includes(selection.name.value);
    }
    const part =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return part?.selectionSet.selections.some(asks) ?? false;
  };
  return fieldNodes.some((node) => node.selectionSet?.selections.some(asks) ?? false);
}

function pageOf<Item>(items: readonly Item[], args: Arguments, options: ConnectionOptions<Item>) {
  const after = textOf(args, "after");
  const before = textOf(args, "before");
  const low = after === null ? 0 : cursorAfter(items, after);
  const high = before === null ? items.length : cursorBefore(items, before);
  const first = numberOf(args, "first");
  const last = numberOf(args, "last");
  const start = last === null ? low : Math.max(low, high - last);
  const end = first === null ? high : Math.min(high, low + first);
  const edges = items.slice(start, end).map((item, index) => ({
    cursor: cursorOf(item, start + index),
    node: options.node === undefined ? item : options.node(item),
    ...options.edge?.(item),
  }));
  return {
    totalCount: items.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
    },
  };
}
