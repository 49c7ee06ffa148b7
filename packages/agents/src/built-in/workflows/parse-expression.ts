import type { Expr } from "@actions/expressions";

const contexts = [
  "env",
  "github",
  "inputs",
  "job",
  "jobs",
  "matrix",
  "needs",
  "runner",
  "secrets",
  "steps",
  "strategy",
  "vars",
];

const statusFunctions = ["always", "cancelled", "failure", "success"].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

const functions = [...statusFunctions, { name: "hashFiles", minArgs: 1, maxArgs: 255 }];

/** GitHub's own syntax tree of an expression; null when it does not parse. */
export async function parseExpression(text: string): Promise<Expr | null> {
  const { ExpressionError, Lexer, Parser } = await import("@actions/expressions");
  try {
    return new Parser(new Lexer(text).lex().tokens, contexts, functions).parse();
  } catch (error) {
    // What does not parse is the language service's to report.
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
