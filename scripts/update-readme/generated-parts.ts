/** Thrown when a document has no place, or more than one, for a part that is made by a program. */
export class NoPlaceError extends Error {}

/**
 * A document with what stands between the two markers of a part replaced. The markers are
 * `<!-- NAME: begin -->` and `<!-- NAME: end -->`, each on a line of its own, once.
 * @throws NoPlaceError
 */
export function replacePart(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const parts = document.split(`\n${begin}\n`);
  const [before = "", after = ""] = parts;
  const rest = `\n${after}`.split(`\n${end}\n`);
  if (parts.length !== 2 || rest.length !== 2) {
    throw new NoPlaceError(`write "${begin}" and "${end}", each once and on a line of its own`);
  }
  return `${before}\n${begin}\n${content}\n${end}\n${rest[1]}`;
}
