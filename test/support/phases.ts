/** When a worker can die. */
export const phases = [
  "before a claim",
  "after a claim",
  "in the middle of a block",
  "before a page",
  "half-way through a page",
  "after a page",
] as const;

export type Phase = (typeof phases)[number];
