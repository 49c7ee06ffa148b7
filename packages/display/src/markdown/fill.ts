/**
 * Writes items in order while their texts fit into `room` characters; each costs its length and
 * `join` more. Items that do not fit are never written out.
 */
export function writeWhileFits<Item>(
  items: Iterable<Item>,
  write: (item: Item) => string,
  room: number,
  join: number,
): readonly string[] {
  const written: string[] = [];
  let left = room;
  for (const item of items) {
    const text = write(item);
    left -= text.length + join;
    if (left < 0) break;
    written.push(text);
  }
  return written;
}
