import { GraphqlFault } from "./fault.ts";

/**
 * Where an item stands: by its id where it has one, so that what is deleted meanwhile does not hide
 * its neighbour on the next page; otherwise by its place in the list.
 */
export function cursorOf(item: unknown, index: number): string {
  const id = idOf(item);
  const text = id === null ? `cursor:at:${index}` : `cursor:id:${id}`;
  return Buffer.from(text).toString("base64");
}

/** The index of the first item after a cursor. @throws GraphqlFault when it is none of ours */
export function cursorAfter(items: readonly unknown[], cursor: string): number {
  const { kind, value } = read(cursor);
  if (kind === "at") return value + 1;
  const index = items.findIndex((item) => idOf(item) === value);
  return index === -1 ? countUpTo(items, value) : index + 1;
}

/** The index of the item at a cursor, or where it stood. */
export function cursorBefore(items: readonly unknown[], cursor: string): number {
  const { kind, value } = read(cursor);
  if (kind === "at") return value;
  const index = items.findIndex((item) => idOf(item) === value);
  return index === -1 ? countUpTo(items, value) : index;
}

/** Lists are in the order of their ids. */
function countUpTo(items: readonly unknown[], id: number): number {
  return items.filter((item) => (idOf(item) ?? Number.POSITIVE_INFINITY) <= id).length;
}

function idOf(item: unknown): number | null {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : null;
  return typeof id === "number" ? id : null;
}

function read(cursor: string): { readonly kind: "id" | "at"; readonly value: number } {
  const text = Buffer.from(cursor, "base64").toString();
  const match = /^cursor:(id|at):(\d{1,15})$/u.exec(text);
  if (match === null) {
    const message = `\`${cursor}\` does not appear to be a valid cursor.`;
    throw new GraphqlFault("INVALID_CURSOR_ARGUMENTS", message);
  }
  return { kind: match[1] === "id" ? "id" : "at", value: Number(match[2]) };
}
