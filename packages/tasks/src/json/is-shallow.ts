/** Deeper values serve nobody, and would exhaust the stack of whoever walks them. */
const deepest = 50;

/** Whether lists and objects stand in each other at most fifty deep. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return true;
}
