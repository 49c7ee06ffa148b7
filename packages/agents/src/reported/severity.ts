import { type Severity, severities } from "@swarm-actions/review";
import { z } from "zod";

const severity = z.enum(severities).optional();

/** The words of linters, and what they weigh here. */
export const severitiesOption = z
  .strictObject({ error: severity, warning: severity, note: severity, none: severity })
  .optional()
  .describe(
    "What the program's levels weigh; by default error is high, warning medium, note (or info) low, none info.",
  );

export type GivenSeverities = z.infer<typeof severitiesOption>;

export type Severities = Readonly<Record<"error" | "warning" | "note" | "none", Severity>>;

/** Levels that the options do not mention weigh what they usually do. */
export function severitiesOf(given: GivenSeverities): Severities {
  const { error = "high", warning = "medium", note = "low", none = "info" } = given ?? {};
  return { error, warning, note, none };
}
