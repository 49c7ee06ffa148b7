import type { ValuesOf } from "@swarm-actions/action-kit";
import type { workInputs } from "../inputs/declared.ts";

/** Everything that decides about a worker's work, as it was read. */
export type WorkInputs = Omit<ValuesOf<typeof workInputs>, "worker" | "epoch" | "group">;
