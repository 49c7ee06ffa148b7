/** A piece of SQL. Comments are tokens too: tools read sections and switches from them. */
export interface SqlToken {
  readonly kind: "word" | "name" | "string" | "mark" | "comment";
  /** Words in capitals, quoted names as `"NAME"`, strings as `''`, comments as written. */
  readonly text: string;
  /** 1-based, where it begins and where it ends. */
  readonly line: number;
  readonly endLine: number;
}

// Every alternative ends at the end of the text at the latest, so that scanning stays linear.
const comment = String.raw`--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<=^|\n)#[^\n]*`;
const escaped = String.raw`'(?:[^'\\]|\\[\s\S]|'')*'?`;
const plain = "'(?:[^']|'')*'?";
const dollars = String.raw`\$(?<tag>[A-Za-z_]\w{0,60}|)\$[\s\S]*?(?:\$\k<tag>\$|$)`;
const name = '"[^"]*"?|`[^`]*`?|\\[[A-Za-z_][\\w ]{0,120}\\]';
const word = String.raw`[\p{L}_@][\p{L}\p{N}_$@]*|\d[\w.]*`;

function tokenPattern(backslashes: boolean): RegExp {
  const text = backslashes ? escaped : String.raw`\bE${escaped}|${plain}`;
  const groups = [
    `(?<comment>${comment})`,
    `(?<string>${text}|${dollars})`,
    `(?<name>${name})`,
    `(?<word>${word})`,
    String.raw`\S`,
  ];
  return new RegExp(groups.join("|"), "giu");
}

/**
 * Reads SQL of any dialect well enough to tell statements, names, strings and comments apart.
 * `backslashes` says whether they escape in ordinary strings.
 */
export function sqlTokens(
  text: string,
  backslashes: boolean,
  firstLine: number,
): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  const lineAt = lineCounter(text, firstLine);
  for (const match of text.matchAll(tokenPattern(backslashes))) {
    const [found] = match;
    const line = lineAt(match.index);
    const endLine = lineAt(match.index + found.length);
    tokens.push({ ...kindOf(match.groups ?? {}, found), line, endLine });
  }
  return tokens;
}

/** The line of a position; asked from the front to the back. */
function lineCounter(text: string, firstLine: number): (position: number) => number {
  let line = firstLine;
  let newline = text.indexOf("\n");
  return (position) => {
    while (newline >= 0 && newline < position) {
      line++;
      newline = text.indexOf("\n", newline + 1);
    }
    return line;
  };
}

function kindOf(
  groups: Readonly<Record<string, string | undefined>>,
  found: string,
): Pick<SqlToken, "kind" | "text"> {
  if (groups.comment !== undefined) return { kind: "comment", text: found };
  if (groups.string !== undefined) return { kind: "string", text: "''" };
  if (groups.word !== undefined) return { kind: "word", text: found.toUpperCase() };
  if (groups.name === undefined) return { kind: "mark", text: found };
  const bare = found.replaceAll(/^["`[]|["`\]]$/g, "").replaceAll(/[^\p{L}\p{N}_$]/gu, "_");
  return { kind: "name", text: `"${bare.toUpperCase()}"` };
}
