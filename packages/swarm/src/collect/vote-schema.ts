import { z } from "zod";
import { bounds } from "./bounds.ts";

const label = z.string().max(bounds.key);

export const voteSchema = z.strictObject({
  item: z.string().max(bounds.key),
  voter: z.string().max(bounds.name),
  provider: z.string().max(bounds.name).optional(),
  label: label.nullable(),
  ranking: z.array(label).max(bounds.ranking).optional(),
  weight: z.number().positive().max(bounds.weight).optional(),
});
