import { CodedError } from "@swarm-actions/core";
import { Refusal } from "../kernel/refusal.ts";

/** Does what a seed asks for at a place; what the sandbox refuses there is a mistake of the seed. */
export async function atPlace<Value>(
  place: string,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw new CodedError(
      "sandbox/seed-refused",
      [thrown.message, ...thrown.errors.map(describe)].join(": "),
      {
        fix: "Mend this entry of the seed; GitHub would refuse it, too.",
        place,
        cause: thrown,
      },
    );
  }
}

function describe(error: Refusal["errors"][number]): string {
  if (typeof error === "string") return error;
  return error.message ?? [error.resource, error.field, error.code].filter(Boolean).join(" ");
}
