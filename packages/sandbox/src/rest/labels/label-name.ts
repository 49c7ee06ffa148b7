import { z } from "zod";
import type { Call } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { findLabel } from "../../operations/labels.ts";
import type { Label } from "../../state/model.ts";
import { textIn } from "../params.ts";

/** A label as bodies name it: by its name, or as an object that has one. */
export const labelName = z
  .union([z.string(), z.object({ name: z.string() })])
  .transform((label) => (typeof label === "string" ? label : label.name));

export function labelIn(call: Call): Label {
  const label = findLabel(call.repository(), textIn(call, "name"));
  if (label === undefined) throw notFound();
  return label;
}
