import { z } from "zod";

/**
 * A list of up to hundreds of thousands: a quick look at each, and its schema only where that says no.
 * @param isItem says the same as the schema
 */
export function longList<Item>(
  item: z.ZodType<Item>,
  isItem: (given: unknown) => given is Item,
  most: number,
): z.ZodType<Item[]> {
  const isList = (given: unknown): given is Item[] => Array.isArray(given) && given.length <= most;
  return z.custom<Item[]>(isList, `is no list of up to ${most}`).superRefine((list, context) => {
    const place = list.findIndex((one) => !isItem(one));
    if (place === -1) return;
    const [issue] = item.safeParse(list[place]).error?.issues ?? [];
    const path = [place, ...(issue?.path ?? [])];
    context.addIssue({ code: "custom", path, message: issue?.message ?? "is not as it has to be" });
  });
}
