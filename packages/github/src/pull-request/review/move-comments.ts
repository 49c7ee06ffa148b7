import type { FileComment, LineComment } from "@swarm-actions/publication";

/** GitHub's limit for a review's body, in characters. */
const longest = 65_536;
const separator = "\n\n---\n\n";

/**
 * A review's body with the comments that found no place of their own, above the hidden lines at its end.
 * What does not fit is counted.
 */
export function withMoved(body: string, moved: readonly (LineComment | FileComment)[]): string {
  if (moved.length === 0) return body;
  const hiddenAt = body.search(/\n*<!-- swarm-actions:/);
  const [text, hidden] =
    hiddenAt < 0 ? [body, ""] : [body.slice(0, hiddenAt), body.slice(hiddenAt)];
  const rest = (count: number) => `${count} more comments did not fit here.`;
  let room = longest - text.length - hidden.length - separator.length - rest(moved.length).length;
  const sections: string[] = [];
  for (const comment of moved) {
    const section = `**${placeOf(comment)}**\n\n${withoutHidden(comment.body)}`;
    room -= section.length + separator.length;
    if (room < 0) break;
    sections.push(section);
  }
  const left = moved.length - sections.length;
  const all = left === 0 ? sections : [...sections, rest(left)];
  return [text, ...all].filter((part) => part !== "").join(separator) + hidden;
}

/** Backticks in a path would end the code it is shown as. */
function placeOf(comment: LineComment | FileComment): string {
  const path = comment.path.replaceAll("`", "'").replaceAll(/\s/g, " ");
  return "line" in comment ? `\`${path}\`, line ${comment.line}` : `\`${path}\``;
}

function withoutHidden(body: string): string {
  return body.replaceAll(/<!-- swarm-actions:[^>]*-->/g, "").trim();
}
