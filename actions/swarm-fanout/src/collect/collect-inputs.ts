import type { ValuesOf } from "@swarm-actions/action-kit";
import type { collectInputs } from "../inputs/declared.ts";

/** Everything that decides about what becomes of the results, as it was read. */
export type CollectInputs = Omit<ValuesOf<typeof collectInputs>, "epoch" | "group">;
