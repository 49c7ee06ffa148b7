export type Language =
  | "c"
  | "csharp"
  | "css"
  | "elixir"
  | "go"
  | "java"
  | "javascript"
  | "lua"
  | "markup"
  | "php"
  | "python"
  | "ruby"
  | "rust"
  | "shell"
  | "sql"
  | "swift";

const extensions: Readonly<Record<Language, string>> = {
  c: "c h cc cpp cxx hh hpp hxx m mm proto zig",
  csharp: "cs",
  css: "css scss less",
  elixir: "ex exs",
  go: "go",
  java: "java kt kts scala groovy gradle dart",
  javascript: "js jsx mjs cjs ts tsx mts cts vue svelte",
  lua: "lua",
  markup: "html htm xml xhtml",
  php: "php phtml",
  python: "py pyi pyx",
  ruby: "rb rake gemspec",
  rust: "rs",
  shell: "sh bash zsh fish yml yaml toml tf hcl mk cmake pl pm r jl nim conf dockerfile makefile",
  sql: "sql",
  swift: "swift",
};

const byExtension = new Map(
  Object.entries(extensions).flatMap(([language, endings]) =>
    endings.split(" ").map((ending) => [ending, language as Language]),
  ),
);

/** What a file is written in, or the closest relative that is lexed the same; null for the rest. */
export function languageOf(path: string): Language | null {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return byExtension.get(name.slice(name.lastIndexOf(".") + 1)) ?? null;
}
