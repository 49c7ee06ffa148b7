import { bareName, type Migration, namePattern } from "./migration.ts";
import { tableActions } from "./table-actions.ts";

/** What else a migration does, that makes some of its statements harmless. Names in capitals. */
export interface MigrationFacts {
  /** Names that tables are renamed to. */
  readonly renamedTo: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
  /** Tables whose rows are copied elsewhere. */
  readonly copied: ReadonlySet<string>;
  /** Columns that are added to tables of before, as `TABLE.COLUMN`. */
  readonly addedColumns: ReadonlySet<string>;
  /** Tables of which a constraint is validated. */
  readonly validated: ReadonlySet<string>;
}

const known = new WeakMap<Migration, MigrationFacts>();

/** The facts of a migration, found once. */
export function factsOf(migration: Migration): MigrationFacts {
  const found = known.get(migration) ?? findFacts(migration);
  known.set(migration, found);
  return found;
}

const renamed = new RegExp(
  `^(?:ALTER TABLE .*RENAME (?:TO|AS)|RENAME TABLE \\S+ TO|ALTER TABLE \\S+ RENAME) ${namePattern}$`,
  "u",
);
const view = new RegExp(`^CREATE (?:OR REPLACE )?VIEW ${namePattern}`, "u");
const source = new RegExp(` FROM ${namePattern}`, "u");
const column = new RegExp(`^ADD (?:COLUMN )?(?:IF NOT EXISTS )?${namePattern} `, "u");

function findFacts(migration: Migration): MigrationFacts {
  const texts = migration.statements.map(({ text }) => text);
  const actions = tableActions(migration);
  return {
    renamedTo: namesBy(renamed, texts),
    views: namesBy(view, texts),
    copied: namesBy(source, texts.flatMap(copyingPart)),
    addedColumns: new Set(
      actions.flatMap(({ table, text }) => {
        const added = column.exec(text)?.[1];
        return added === undefined ? [] : `${table}.${bareName(added)}`;
      }),
    ),
    validated: new Set(
      actions.flatMap(({ table, text }) => (text.startsWith("VALIDATE CONSTRAINT ") ? table : [])),
    ),
  };
}

/** The query of a statement that writes what it reads. */
function copyingPart(text: string): readonly string[] {
  if (!/^(?:INSERT INTO|CREATE (?:TEMP |TEMPORARY )?TABLE) /.test(text)) return [];
  const query = text.indexOf(" SELECT ");
  return query < 0 ? [] : [text.slice(query)];
}

function namesBy(pattern: RegExp, texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const found = pattern.exec(text)?.[1];
      return found === undefined ? [] : bareName(found);
    }),
  );
}
