import { counted, writeWhileFits } from "@swarm-actions/display";

/** What a part of the summary may take, in characters. */
interface Room {
  readonly most: number;
  readonly characters: number;
}

/** Lines of as many items as fit, and a last one that counts the others. */
export function writeItems<Item>(
  items: readonly Item[],
  write: (item: Item) => string,
  noun: string,
  { most, characters }: Room,
): readonly string[] {
  const shown = writeWhileFits(items.slice(0, most), write, characters, 1);
  const more = items.length - shown.length;
  return more > 0 ? [...shown, "", `And ${counted(more, noun)} more.`] : shown;
}

/** A table of as many rows as fit. @param columns names; one that ends with `:` is of numbers */
export function writeTable<Item>(
  columns: readonly string[],
  items: readonly Item[],
  cells: (item: Item) => readonly string[],
  noun: string,
  room: Room,
): readonly string[] {
  const names = columns.map((name) => name.replace(/:$/, ""));
  const lines = columns.map((name) => (name.endsWith(":") ? "---:" : "---"));
  const row = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
  return [row(names), row(lines), ...writeItems(items, (item) => row(cells(item)), noun, room)];
}
