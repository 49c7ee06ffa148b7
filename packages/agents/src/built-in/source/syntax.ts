import type { Language } from "./language.ts";

/** A comment or a string: how it begins, what ends it, and whether it may run over lines. */
export interface Delimiter {
  readonly region: "comment" | "string";
  readonly open: string;
  /** null: it ends with the line. */
  readonly close: string | null;
  readonly multiline: boolean;
}

export interface Syntax {
  readonly delimiters: readonly Delimiter[];
  /** Whole tokens that hold a quote or slash but open nothing, as the source of a pattern. */
  readonly tokens: string | null;
}

const comment = (open: string, close: string | null = null): Delimiter => ({
  region: "comment",
  open,
  close,
  multiline: close !== null,
});

const string = (quote: string, multiline = false): Delimiter => ({
  region: "string",
  open: quote,
  close: quote,
  multiline,
});

const slashes = [comment("//"), comment("/*", "*/")];
const hash = comment("#");
const quotes = [string('"'), string("'")];
const triples = [string('"""', true), string("'''", true)];

// The bounds keep a long line of opening brackets from being scanned again and again.
const regularExpression = String.raw`(?<=(?:^|[(,=:\[!&|?{};+])\s{0,3}|\breturn\s)\/(?![*\/])(?:[^\/\\\[]|\\.|\[(?:[^\]\\]|\\.){0,200}\]){1,500}\/[a-z]*`;
const character = String.raw`'(?:\\[^']{1,12}|\\'|[^'\\])'`;

const plain = (...delimiters: Delimiter[]): Syntax => ({ delimiters, tokens: null });

export const syntaxes: Readonly<Record<Language, Syntax>> = {
  c: plain(...slashes, ...quotes),
  csharp: plain(...slashes, string('"""', true), ...quotes),
  css: plain(...slashes, ...quotes),
  elixir: plain(hash, ...triples, ...quotes),
  go: plain(...slashes, string("`", true), ...quotes),
  java: plain(...slashes, string('"""', true), ...quotes),
  javascript: {
    delimiters: [...slashes, string("`", true), ...quotes],
    tokens: regularExpression,
  },
  lua: plain(comment("--[[", "]]"), comment("--"), ...quotes),
  markup: plain(comment("<!--", "-->")),
  php: plain(...slashes, hash, ...quotes),
  python: plain(hash, ...triples, ...quotes),
  ruby: plain(hash, ...quotes),
  rust: { delimiters: [...slashes, string('"', true)], tokens: character },
  shell: plain(comment("# "), comment("##"), comment("#!"), ...quotes),
  sql: plain(comment("--"), comment("/*", "*/"), string("'", true)),
  swift: plain(...slashes, string('"""', true), string('"')),
};
