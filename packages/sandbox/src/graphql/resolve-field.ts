import type { GraphQLFieldResolver } from "graphql";
import type { GraphqlContext } from "./context.ts";
import { notImplemented } from "./fault.ts";
import type { Arguments, Fields } from "./fields.ts";
import { fieldsByType } from "./fields-by-type.ts";

/** Types whose values are made ready by the resolver above them. */
const plainTypes = /(?:Connection|Edge|Payload)$|^PageInfo$/u;

/** Resolves every field there is; what is not implemented says so. */
export const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (
  source,
  args,
  context,
  info,
) => {
  const type = info.parentType.name;
  const place = `${type}.${info.fieldName}`;
  if (plainTypes.test(type)) return readPlain(source, info.fieldName, place);
  const field = lookUp(fieldsByType.get(type), info.fieldName);
  if (field === undefined) throw notImplemented(place);
  if (typeof field === "function") return field(source as never, args, context, info);
  refuseUnknown(place, args, field.args, info.parentType.getFields()[info.fieldName]?.args ?? []);
  return field.resolve(source as never, args, context, info);
};

function lookUp(fields: Fields<never> | undefined, name: string) {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function readPlain(source: unknown, name: string, place: string): unknown {
  if (typeof source !== "object" || source === null || !Object.hasOwn(source, name)) {
    throw notImplemented(place);
  }
  return (source as Readonly<Record<string, unknown>>)[name];
}

/** An argument that stands at its default asks for nothing. */
function refuseUnknown(
  place: string,
  args: Arguments,
  known: readonly string[],
  defined: readonly { readonly name: string; readonly defaultValue?: unknown }[],
): void {
  for (const { name, defaultValue } of defined) {
    const value = args[name];
    if (value === undefined || value === null || known.includes(name)) continue;
    if (JSON.stringify(value) !== JSON.stringify(defaultValue)) {
      throw notImplemented(`the argument ${place}(${name})`);
    }
  }
}
