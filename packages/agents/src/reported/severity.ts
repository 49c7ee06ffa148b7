import { type Severity, severities } from "@swarm-actions/review";
import { z } from "zod";

const severity = z.enum(severities);

/** The words of linters, and what they weigh here. */
export const severitiesOption = z
  .strictObject({
    error: severity.default("high"),
    warning: severity.default("medium"),
    note: severity.default("low"),
    none: severity.default("info"),
  })
  .prefault({})
  .describe("What the program's levels weigh: error, warning, note (or info) and none.");

export type Severities = Readonly<Record<"error" | "warning" | "note" | "none", Severity>>;
