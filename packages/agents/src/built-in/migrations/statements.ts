import { type SqlToken, sqlTokens } from "./sql-tokens.ts";

/** One SQL statement of a migration. */
export interface Statement {
  /** Without comments and without the final `;`. */
  readonly tokens: readonly SqlToken[];
  /** The tokens in one line, a space between any two. */
  readonly text: string;
  /** Whether it stands in a section that undoes the migration. */
  readonly down: boolean;
  /** False when the text ends before the statement does. */
  readonly closed: boolean;
}

const downMarker =
  /^(?:--|#|\/\*)[\s-]*(?:\+goose\s+Down|\+migrate\s+Down|migrate:down|!Downs|\/\/@UNDO|rambler\s+down)\b/i;
const upMarker =
  /^(?:--|#|\/\*)[\s-]*(?:\+goose\s+Up|\+migrate\s+Up|migrate:up|!Ups|rambler\s+up)\b/i;

/**
 * Splits SQL into statements; the bodies of routines and triggers stay in one piece. The text
 * begins at `firstLine`. `backslashes` says whether they escape in strings, as in MySQL.
 */
export function statementsOf(
  text: string,
  backslashes: boolean,
  firstLine = 1,
): readonly Statement[] {
  const statements: Statement[] = [];
  let body = newBody();
  let down = false;
  const close = (closed: boolean): void => {
    const { tokens } = body;
    if (tokens.length > 0) statements.push({ tokens, text: textOf(tokens), down, closed });
    body = newBody();
  };
  for (const token of sqlTokens(text, backslashes, firstLine)) {
    if (token.kind === "comment") {
      if (downMarker.test(token.text)) down = true;
      else if (upMarker.test(token.text)) down = false;
    } else if (endsBatch(token, body) || (token.text === ";" && body.depth <= 0)) close(true);
    else addToken(body, token);
  }
  close(false);
  return statements;
}

/** The text of some tokens, in the form that the rules match. */
export function textOf(tokens: readonly SqlToken[]): string {
  return tokens.map((token) => token.text).join(" ");
}

interface Body {
  readonly tokens: SqlToken[];
  routine: boolean;
  /** Blocks of a routine that are open. */
  depth: number;
}

function newBody(): Body {
  return { tokens: [], routine: false, depth: 0 };
}

function addToken(body: Body, token: SqlToken): void {
  const last = body.tokens.at(-1)?.text;
  body.tokens.push(token);
  if (body.tokens.length <= 8 && /^(?:CREATE|ALTER)$/.test(body.tokens[0]?.text ?? "")) {
    body.routine ||= /^(?:TRIGGER|PROCEDURE|PROC|FUNCTION|EVENT|PACKAGE)$/.test(token.text);
  }
  if (!body.routine) return;
  if (token.text === "END") body.depth--;
  else if (last === "END" && /^(?:IF|LOOP|WHILE|REPEAT)$/.test(token.text)) body.depth++;
  else if (last !== "END" && /^(?:BEGIN|CASE)$/.test(token.text)) body.depth++;
}

/** `GO` alone on its line ends a batch on SQL Server, `DELIMITER` a statement on MySQL. */
function endsBatch(token: SqlToken, { tokens }: Body): boolean {
  if (token.kind !== "word" || !/^(?:GO|DELIMITER)$/.test(token.text)) return false;
  return tokens.at(-1)?.endLine !== token.line;
}
