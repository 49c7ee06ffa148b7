import type { Language } from "./language.ts";

// Every alternative ends at the end of the text at the latest, so that scanning stays linear.
const lineComment = String.raw`\/\/[^\n]*`;
const hashComment = "#[^\\n]*";
const blockComment = String.raw`\/\*[\s\S]*?(?:\*\/|$)`;
const double = String.raw`"(?:[^"\\\n]|\\[\s\S])*"?`;
const single = String.raw`'(?:[^'\\\n]|\\[\s\S])*'?`;
const longDouble = String.raw`"(?:[^"\\]|\\[\s\S])*"?`;
const longSingle = String.raw`'(?:[^'\\]|\\[\s\S])*'?`;
const backtick = String.raw`${"`"}(?:[^${"`"}\\]|\\[\s\S])*${"`"}?`;
const rawString = "`[^`]*`?";
const tripleDouble = String.raw`"""[\s\S]*?(?:"""|$)`;
const tripleSingle = String.raw`'''[\s\S]*?(?:'''|$)`;
const slashes = String.raw`\/(?:[^\/\\\n\[]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,200}\]){1,300}\/[a-z]*`;

const hidden: Readonly<Record<Language, readonly string[]>> = {
  javascript: [lineComment, blockComment, double, single, backtick, slashes],
  python: [hashComment, tripleDouble, tripleSingle, double, single],
  go: [lineComment, blockComment, double, rawString, single],
  rust: [
    lineComment,
    blockComment,
    String.raw`\br(#{0,9})"[\s\S]*?(?:"\1|$)`,
    longDouble,
    String.raw`'(?:\\[^\n']{1,12}|\\'|[^'\\\n])'`,
  ],
  java: [lineComment, blockComment, tripleDouble, double, single],
  kotlin: [lineComment, blockComment, tripleDouble, double, single],
  ruby: [hashComment, double, single],
  php: [lineComment, String.raw`#(?!\[)[^\n]*`, blockComment, longDouble, longSingle],
  csharp: [lineComment, blockComment, tripleDouble, '@"(?:[^"]|"")*"?', double, single],
};

/**
 * The text with comments and the insides of strings blanked out: as long as before, each line where
 * it was, quotes kept. What is left can be searched for code with simple patterns.
 */
export function maskCode(text: string, language: Language): string {
  const token = new RegExp(hidden[language].join("|"), "g");
  let masked = "";
  let at = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (isDivision(found, text, match.index)) {
      token.lastIndex = match.index + 1;
      continue;
    }
    masked += text.slice(at, match.index) + blank(found);
    at = match.index + found.length;
    // An unclosed string may be empty, and an empty match would never move on.
    if (found === "") token.lastIndex++;
  }
  return masked + text.slice(at);
}

function isDivision(found: string, text: string, index: number): boolean {
  if (!found.startsWith("/") || found.startsWith("//") || found.startsWith("/*")) return false;
  const before = text.slice(Math.max(0, index - 40), index).trimEnd();
  return !/(?:^|[(,=:[!&|?{};>]|\breturn|\btypeof|\bcase)$/.test(before);
}

function blank(token: string): string {
  const isComment = /^(?:\/\/|\/\*|#)/.test(token);
  if (isComment) return token.replaceAll(/[^\n]+/g, spaces);
  const opening = /^[^"'`/]*["'`/]{1,3}/.exec(token)?.[0].length ?? 1;
  const closing = Math.max(token.length - 1, opening);
  return (
    token.slice(0, opening) +
    token.slice(opening, closing).replaceAll(/[^\n]+/g, spaces) +
    token.slice(closing)
  );
}

function spaces(text: string): string {
  return " ".repeat(text.length);
}
