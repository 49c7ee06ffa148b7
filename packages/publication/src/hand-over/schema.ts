import { mergedMember } from "@swarm-actions/review";
import { z } from "zod";

/** UTF-16 units of the whole hand-over. */
export const longestHandOver = 8_000_000;

const mostMembers = 100;

export const handOverSchema = z.strictObject({
  version: z.literal(1),
  number: z.int().positive().max(1_000_000_000),
  headSha: z.string().regex(/^[0-9a-f]{40}$/),
  members: z
    .array(mergedMember)
    .max(mostMembers)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
      message: "an agent answers twice",
    }),
});
