import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { addedLines, reviewedHunks } from "../added-lines.ts";
import { isExamplePath, isFixturePath, isTestPath, isVendoredPath } from "../path-kinds.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** A changed SQL migration, read as far as the change shows it. */
export interface Migration {
  readonly path: string;
  readonly dialect: Dialect;
  /** Statements in their order; those that undo the migration are left out. */
  readonly statements: readonly Statement[];
  /** Names of tables that the file itself creates: nobody else uses them yet. */
  readonly created: ReadonlySet<string>;
  readonly addedLines: ReadonlySet<number>;
  /** Whether it only serves tests, fixtures or examples. */
  readonly rehearsal: boolean;
  readonly text: string;
}

const folder =
  /(^|\/)(migrations?|migrate|db\/migrate|flyway|liquibase|changelogs?|alembic|drizzle|schema_changes|evolutions)\//;
const fileName = /(^|\/)([vr]\d[\w.]*__[^/]*|[^/]*\.up|migration)\.sql$/;
const downName =
  /(^|\/)(u\d[\w.]*__[^/]*|[^/]*[._-]?(down|rollback|undo|revert))\.sql$|(^|\/)(down|rollback|undo|revert)\//;

/** Whether the path is that of a migration written in SQL that leads forward. */
export function isSqlMigrationPath(path: string): boolean {
  const lower = path.toLowerCase();
  if (!lower.endsWith(".sql") || isVendoredPath(path) || downName.test(lower)) return false;
  return folder.test(lower) || fileName.test(lower);
}

const known = new WeakMap<TaskFile, Migration>();

/** The SQL migrations among the changed files. */
export function migrationsOf(task: ReviewTask): readonly Migration[] {
  return task.files
    .filter(({ diff }) => diff.newPath !== null && isSqlMigrationPath(diff.newPath))
    .map((file) => {
      const migration = known.get(file) ?? migrationOf(file);
      known.set(file, migration);
      return migration;
    });
}

function migrationOf(file: TaskFile): Migration {
  const { path } = file.diff;
  const text = file.after ?? shownText(file);
  const dialect = dialectOf(path, text);
  const backslashes = dialect === "mysql";
  const all =
    file.after === null
      ? statementsOfHunks(file, backslashes)
      : statementsOf(file.after, backslashes);
  const statements = all.filter(({ down }) => !down);
  return {
    path,
    text,
    dialect,
    statements,
    created: new Set(statements.flatMap((statement) => createdTable(statement.text) ?? [])),
    addedLines: new Set(addedLines(file).map(({ line }) => line)),
    rehearsal: isTestPath(path) || isFixturePath(path) || isExamplePath(path) || /seed/i.test(path),
  };
}

/** Each hunk is read alone: what lies between them is not known. */
function statementsOfHunks(file: TaskFile, backslashes: boolean): readonly Statement[] {
  return reviewedHunks(file).flatMap(({ hunk }) => {
    const lines = hunk.lines.filter(({ kind }) => kind !== "deleted").map(({ text }) => text);
    const statements = statementsOf(lines.join("\n"), backslashes, hunk.newStart);
    return file.diff.change === "added" ? statements : statements.filter(({ closed }) => closed);
  });
}

function shownText(file: TaskFile): string {
  const lines = file.diff.hunks.flatMap((hunk) => hunk.lines);
  return lines.flatMap(({ kind, text }) => (kind === "deleted" ? [] : text)).join("\n");
}

const name = String.raw`((?:"?[\p{L}\p{N}_$]+"? \. )*"?[\p{L}\p{N}_$]+"?)`;
const createTable = new RegExp(
  `^CREATE (?:(?:GLOBAL|LOCAL) )?(?:TEMP |TEMPORARY |UNLOGGED )?(?:FOREIGN )?TABLE (?:IF NOT EXISTS )?${name}`,
  "u",
);

const selectInto = new RegExp(`^SELECT .* INTO (?:TEMP |TEMPORARY )?${name} FROM`, "u");

/** The name of the table that the statement creates, or null. */
export function createdTable(text: string): string | null {
  const match = createTable.exec(text) ?? selectInto.exec(text);
  return match === null ? null : bareName(match[1] ?? "");
}

/** A table's own name: no schema, no quotes. */
export function bareName(written: string): string {
  return (written.split(" . ").at(-1) ?? written).replaceAll('"', "");
}

/** The pattern of a name in a statement's text, as one group. */
export const namePattern = name;
