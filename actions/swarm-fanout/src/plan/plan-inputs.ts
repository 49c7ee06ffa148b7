import type { ValuesOf } from "@swarm-actions/action-kit";
import type { planInputs } from "../inputs/declared.ts";

/** Everything that decides about a plan, as it was read. */
export type PlanInputs = Omit<ValuesOf<typeof planInputs>, "group">;
