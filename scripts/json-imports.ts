import { registerHooks } from "node:module";

/** GitHub's language service imports JSON without import attributes, which plain Node refuses. */
export function allowJsonImports(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (!found.url.endsWith(".json")) return found;
      return { ...found, importAttributes: { ...found.importAttributes, type: "json" } };
    },
  });
}
