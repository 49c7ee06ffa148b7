/** Words that GitHub would turn into a link or a notification, UTF-16 offsets, `end` exclusive. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly rule: "mention" | "closing-keyword" | "link";
}

const triggers = /@(?=[a-z\d])|#(?=\d)|(?<![a-z\d])gh-(?=\d)|:\/\/(?=\S)|www\.(?=\S)/gi;
const closing = /(?<![a-z\d])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?:\s*:)?\s+$/i;

/** No name of an owner, a repository and a slash is longer. */
const longestName = 142;

/**
 * Finds mentions of people and teams, references to issues, pull requests and commits, closing keywords
 * before them, and addresses, in words as people read them. Takes time linear in the text.
 */
export function findReferences(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const { 0: trigger, index } of text.matchAll(triggers)) {
    const last = found.at(-1);
    if (last !== undefined && index < last.end) continue;
    const reference = referenceAt(text, trigger.toLowerCase(), index);
    if (reference === null) continue;
    if (last !== undefined && reference.start < last.end) {
      found[found.length - 1] = { ...last, end: reference.end };
    } else found.push(reference);
  }
  return found;
}

function referenceAt(text: string, trigger: string, at: number): Reference | null {
  switch (trigger) {
    case "@":
      return mentionAt(text, at);
    case "#":
      return closedBy(text, back(text, at, /[\w./-]/), forth(text, at + 1, /\d/));
    case "gh-":
      return closedBy(text, at, forth(text, at + 3, /\d/));
    default: {
      const start = trigger === "://" ? back(text, at, /[a-z\d+.-]/i) : at;
      return { start, end: forth(text, at, /[^\s<]/, text.length), rule: "link" };
    }
  }
}

/** `name@host` is an address of mail, unless a commit's id follows. */
function mentionAt(text: string, at: number): Reference | null {
  const isPreceded = /\w/.test(text.charAt(at - 1));
  if (!isPreceded) return { start: at, end: forth(text, at + 1, /[\w/-]/), rule: "mention" };
  const commit = forth(text, at + 1, /[\da-f]/i);
  if (commit - at - 1 < 7 || commit - at - 1 > 40) return null;
  return { start: back(text, at, /[\w./-]/), end: commit, rule: "mention" };
}

function closedBy(text: string, start: number, end: number): Reference {
  const keyword = closing.exec(text.slice(Math.max(0, start - 20), start));
  if (keyword === null) return { start, end, rule: "mention" };
  return { start: start - keyword[0].length, end, rule: "closing-keyword" };
}

function back(text: string, from: number, member: RegExp): number {
  let at = from;
  while (at > 0 && from - at < longestName && member.test(text.charAt(at - 1))) at--;
  return at;
}

function forth(text: string, from: number, member: RegExp, most = longestName): number {
  let at = from;
  while (at < text.length && at - from < most && member.test(text.charAt(at))) at++;
  return at;
}
