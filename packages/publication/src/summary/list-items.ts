import { counted, writeWhileFits } from "@swarm-actions/display";

/** As many items as fit, a line each, and how many more there are. */
export function listItems<Item>(
  items: readonly Item[],
  write: (item: Item) => string,
  room: number,
  noun: string,
): string {
  return listRows(items, write, room, noun).join("\n");
}

/** The same as lines; what is left out stands below a blank line, which ends a table. */
export function listRows<Item>(
  items: readonly Item[],
  write: (item: Item) => string,
  room: number,
  noun: string,
): readonly string[] {
  const written = writeWhileFits(items, write, room, 1);
  const more = items.length - written.length;
  if (more === 0) return written;
  return [...written, "", `And ${counted(more, noun)} more in the report.`];
}
