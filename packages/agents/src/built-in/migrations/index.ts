import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { columnLock } from "./column-lock.ts";
import { concurrentlyInTransaction } from "./concurrently-in-transaction.ts";
import { constraintLock } from "./constraint-lock.ts";
import { dropData } from "./drop-data.ts";
import { exclusiveLock } from "./exclusive-lock.ts";
import { indexLock } from "./index-lock.ts";
import { isSqlMigrationPath } from "./migration.ts";
import { isOrderedMigrationPath } from "./ordered-drops.ts";
import { rename } from "./rename.ts";
import { requiredColumn } from "./required-column.ts";
import { unboundedWrite } from "./unbounded-write.ts";

/** Reads migrations for what destroys data or locks tables that are in use. */
export const migrations: BuiltInAgent = defineBuiltIn({
  name: "migrations",
  rules: [
    dropData,
    unboundedWrite,
    requiredColumn,
    rename,
    indexLock,
    columnLock,
    constraintLock,
    exclusiveLock,
    concurrentlyInTransaction,
  ],
  covers: ({ diff }) =>
    diff.content === "text" && (isSqlMigrationPath(diff.path) || isOrderedMigrationPath(diff.path)),
});
