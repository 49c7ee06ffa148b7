import type { Expr } from "@actions/expressions";
import type {
  Binary,
  ContextAccess,
  ExprVisitor,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from "@actions/expressions/ast";

/** A context value whose text reaches the result of an expression. */
export interface Reference {
  /** Lower case, for example `["github", "event", "commits", "*", "message"]`. */
  readonly path: readonly string[];
  /** Rendered by `toJSON`, so that everything below the path reaches the result too. */
  readonly whole: boolean;
}

/** Their result is true, false or a digest, whatever they are given. */
const harmless = new Set(["contains", "endswith", "hashfiles", "startswith"]);

/** The references whose text may be in the expression's result; a comparison's are not. */
export function referencesOf(expression: Expr): readonly Reference[] {
  return expression.accept(flow);
}

const flow: ExprVisitor<readonly Reference[]> = {
  visitLiteral: (_: Literal) => [],
  visitUnary: (_: Unary) => [],
  visitBinary: (_: Binary) => [],
  visitGrouping: (grouping: Grouping) => referencesOf(grouping.group),
  visitContextAccess: (access: ContextAccess) => [reference([access.name.lexeme])],
  // The left side of `&&` is the result only when it is false, empty or zero.
  visitLogical: ({ operator, args }: Logical) =>
    (operator.lexeme === "&&" ? args.slice(-1) : args).flatMap(referencesOf),
  visitFunctionCall: (call: FunctionCall) => {
    const name = call.functionName.lexeme.toLowerCase();
    if (harmless.has(name)) return [];
    const seen = valuesOf(name, call.args).flatMap(referencesOf);
    return name === "tojson" ? seen.map(({ path }) => ({ path, whole: true })) : seen;
  },
  visitIndexAccess: (access: IndexAccess) => {
    const step = stepOf(access.index);
    return referencesOf(access.expr).map(({ path, whole }) => ({ path: [...path, step], whole }));
  },
};

/** `case(condition, value, …, otherwise)` gives only its values. */
function valuesOf(name: string, args: readonly Expr[]): readonly Expr[] {
  if (name !== "case") return args;
  return args.filter((_, index) => index % 2 === 1 || index === args.length - 1);
}

/** The name behind the dot or between the brackets; `*` when it is anything. */
function stepOf(index: Expr): string {
  if (!("literal" in index)) return "*";
  const text = (index as Literal).literal.coerceString().toLowerCase();
  return /^\d+$/.test(text) ? "*" : text;
}

function reference(path: readonly string[]): Reference {
  return { path: path.map((part) => part.toLowerCase()), whole: false };
}
