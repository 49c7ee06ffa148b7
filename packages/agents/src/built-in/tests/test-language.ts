/** A language whose tests these rules can read. */
export type TestLanguage =
  | "javascript"
  | "python"
  | "go"
  | "rust"
  | "java"
  | "kotlin"
  | "ruby"
  | "php"
  | "csharp";

const byExtension: ReadonlyMap<string, TestLanguage> = new Map([
  ...["js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"].map(
    (name) => [name, "javascript"] as const,
  ),
  ["py", "python"],
  ["go", "go"],
  ["rs", "rust"],
  ["java", "java"],
  ["kt", "kotlin"],
  ["kts", "kotlin"],
  ["rb", "ruby"],
  ["php", "php"],
  ["cs", "csharp"],
]);

/** The language by the file's extension; null for anything else, type declarations included. */
export function testLanguageOf(path: string): TestLanguage | null {
  if (/\.d\.[cm]?ts$/.test(path)) return null;
  return byExtension.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase()) ?? null;
}
