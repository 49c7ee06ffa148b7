import type { GraphQLResolveInfo } from "graphql";
import type { GraphqlContext } from "./context.ts";

export type Arguments = Readonly<Record<string, unknown>>;

export type Resolve<Source> = (
  source: Source,
  args: Arguments,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
) => unknown;

/** A field with arguments. One that is given but not listed is refused rather than overlooked. */
export interface FieldWithArguments<Source> {
  readonly args: readonly string[];
  readonly resolve: Resolve<Source>;
}

/** What the sandbox can answer of one object type, by the names of its fields. */
export type Fields<Source> = Readonly<Record<string, Resolve<Source> | FieldWithArguments<Source>>>;

export function withArguments<Source>(
  args: readonly string[],
  resolve: Resolve<Source>,
): FieldWithArguments<Source> {
  return { args, resolve };
}

/** Arguments are checked by GraphQL against the schema before a resolver sees them. */
export function textOf(args: Arguments, name: string): string | null {
  const value = args[name];
  return typeof value === "string" ? value : null;
}

export function numberOf(args: Arguments, name: string): number | null {
  const value = args[name];
  return typeof value === "number" ? value : null;
}

export function textsOf(args: Arguments, name: string): readonly string[] | null {
  const value = args[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : null;
}

export function recordOf(args: Arguments, name: string): Arguments {
  const value = args[name];
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Arguments)
    : {};
}

export function recordsOf(args: Arguments, name: string): readonly Arguments[] {
  const value = args[name];
  return Array.isArray(value) ? value.map((one) => recordOf({ one }, "one")) : [];
}
