import { bareName, type Migration, namePattern } from "./migration.ts";
import type { SqlToken } from "./sql-tokens.ts";
import { textOf } from "./statements.ts";

/** One of the comma-separated things that an `ALTER TABLE` does. */
export interface TableAction {
  /** Without schema and quotes, in capitals. */
  readonly table: string;
  readonly tokens: readonly SqlToken[];
  readonly text: string;
}

const alterTable = new RegExp(`^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?${namePattern}`, "u");

const known = new WeakMap<Migration, readonly TableAction[]>();

/** What the migration does to tables that were there before it. */
export function tableActions(migration: Migration): readonly TableAction[] {
  const found = known.get(migration) ?? findActions(migration);
  known.set(migration, found);
  return found;
}

function findActions(migration: Migration): readonly TableAction[] {
  return migration.statements.flatMap(({ text, tokens }) => {
    const match = alterTable.exec(text);
    const table = match === null ? null : bareName(match[1] ?? "");
    if (match === null || table === null || migration.created.has(table)) return [];
    const head = match[0].split(" ").length;
    return splitAtCommas(tokens.slice(head)).map((part) => {
      return { table, tokens: part, text: textOf(part) };
    });
  });
}

function splitAtCommas(tokens: readonly SqlToken[]): readonly SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (token.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
