import type { SwarmPlan } from "./plan.ts";

/** For `strategy.matrix`: a job a worker. Without workers it is empty, which GitHub refuses to start. */
export function matrixOf({ lists }: SwarmPlan): { readonly worker: readonly number[] } {
  return { worker: lists.map((_, worker) => worker) };
}
