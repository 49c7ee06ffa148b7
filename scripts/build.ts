import { findBundles } from "./build/find-bundles.ts";
import { writeBundle } from "./build/write-bundle.ts";

/**
 * Bundles the CLI and every action, or those that are named, each into its folder's `dist/`.
 *
 *   node scripts/build.ts [NAME…]
 */
const named = process.argv.slice(2);
const bundles = findBundles();
const unknown = named.filter((name) => bundles.every((bundle) => bundle.name !== name));
if (unknown.length > 0) {
  const names = bundles.map(({ name }) => name).join(", ");
  console.error(`There is no bundle "${unknown.join('", "')}"; choose from ${names}.`);
  process.exitCode = 2;
} else {
  const chosen = bundles.filter(({ name }) => named.length === 0 || named.includes(name));
  await Promise.all(chosen.map(writeBundle));
}
