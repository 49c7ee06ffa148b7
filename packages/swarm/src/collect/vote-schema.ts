import { z } from "zod";

const label = z.string().max(4096);

export const voteSchema = z.strictObject({
  item: z.string().max(4096),
  voter: z.string().max(400),
  provider: z.string().max(400).optional(),
  label: label.nullable(),
  ranking: z.array(label).max(1_000).optional(),
  weight: z.number().positive().max(1_000_000).optional(),
});
