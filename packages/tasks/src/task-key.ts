import { digest } from "@swarm-actions/core";

/** UTF-16 units of a key; a longer one is shortened. */
export const longestKey = 400;

// Keys stand in lists, a line each, in variables and on terminals.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be found
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
const allUnprintable = new RegExp(unprintable, "g");

/** A text as a key: one printable line of bounded length; different texts stay different. */
export function taskKey(text: string): string {
  const line = text.replace(allUnprintable, escaped).toWellFormed();
  // What had to be changed gets a digest of what it was, so that nothing else can turn out the same.
  if (line === text && line.length <= longestKey) return line;
  const mark = `~${digest(JSON.stringify(text), 16)}`;
  return `${line.slice(0, longestKey - mark.length).toWellFormed()}${mark}`;
}

/** Whether a text can be a key as it is. */
export function isTaskKey(text: string): boolean {
  const fits = text.length > 0 && text.length <= longestKey;
  return fits && text.isWellFormed() && !unprintable.test(text);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
