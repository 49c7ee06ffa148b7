import { CodedError } from "@swarm-actions/core";
import { type Seed, seedSchema } from "./schema.ts";

/** @throws CodedError `sandbox/seed-invalid`, naming the place of each mistake */
export function parseSeed(given: unknown): Seed {
  const result = seedSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `${path.join(".") || "seed"}: ${message}`,
  );
  throw new CodedError("sandbox/seed-invalid", lines.join("\n"), {
    fix: "Mend the seed; packages/sandbox/src/seed/schema.ts says what may stand where.",
    place: result.error.issues[0]?.path.join(".") || "seed",
  });
}
