/**
 * The tables that are made from the actions' `action.yml`: of inputs and outputs in each action's
 * README, of the actions in the project's. Fails when one is stale; with `--write` it writes them.
 *
 *   node scripts/update-readme.ts [--write]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { top } from "./top.ts";
import { findDocuments, type GeneratedDocument } from "./update-readme/find-documents.ts";
import { NoPlaceError } from "./update-readme/generated-parts.ts";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });

try {
  update(findDocuments(top));
} catch (error) {
  if (!(error instanceof NoPlaceError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function update(documents: readonly GeneratedDocument[]): void {
  const stale = documents.filter(({ present, wanted }) => present !== wanted);
  for (const { path, wanted } of stale) {
    if (values.write) writeFileSync(join(top, path), wanted);
    console.log(
      values.write ? `Wrote ${path}.` : `${path}: its tables are not those of action.yml`,
    );
  }
  if (stale.length === 0) console.log(`tables: ${documents.length} documents, as in action.yml`);
  else if (!values.write) {
    console.error("Run `node scripts/update-readme.ts --write`.");
    process.exitCode = 1;
  }
}
