import type { GraphqlContext } from "../context.ts";
import { type Arguments, type FieldWithArguments, recordOf, withArguments } from "../fields.ts";

/** What a mutation answers: the fields of its payload. */
type Payload = Readonly<Record<string, unknown>>;

/** A field of `Mutation`, whose only argument is `input`. */
export function mutation(
  carryOut: (input: Arguments, context: GraphqlContext) => Payload | Promise<Payload>,
): FieldWithArguments<unknown> {
  return withArguments(["input"], async (_root, args, context) => {
    const input = recordOf(args, "input");
    const payload = await carryOut(input, context);
    return { ...payload, clientMutationId: input.clientMutationId ?? null };
  });
}
