import type { Kit } from "@swarm-actions/action-kit";
import type { SwarmPlan } from "@swarm-actions/swarm";
import { groupKey } from "../shared/group-key.ts";
import { makePlan, type PlanFacts } from "./make-plan.ts";
import type { PlanInputs } from "./plan-inputs.ts";

/** A hierarchical swarm: the plan of the whole, whose workers are groups, and a plan for each group. */
export interface GroupedPlan {
  readonly top: SwarmPlan;
  readonly groups: readonly SwarmPlan[];
}

/** As many as one matrix may hold. */
const mostWorkers = 256;

/**
 * Shares the tasks out among groups as among workers, so that all end at about the same time, and plans
 * each group by itself. @throws CodedError `plan/…`
 */
export function planGroups(
  kit: Kit,
  inputs: PlanInputs & { readonly groups: number | null },
  facts: PlanFacts,
): GroupedPlan | null {
  const workers = inputs["max-workers"] ?? 20;
  const groups = inputs.groups ?? Math.max(2, Math.ceil(workers / mostWorkers));
  const unlimited = { "max-cost": null, "max-minutes": null } as const;
  const shared = { ...inputs, ...unlimited, workers: groups, "max-workers": groups } as const;
  const made = makePlan(kit, { ...shared, mode: "static" }, facts);
  if (made === null) return null;
  const lists = made.lists.filter((list) => list.length > 0);
  const top: SwarmPlan = { ...made, topology: "hierarchical", lists };
  return { top, groups: lists.map((_, group) => planGroup(kit, inputs, facts, top, group)) };
}

function planGroup(
  kit: Kit,
  inputs: PlanInputs,
  facts: PlanFacts,
  top: SwarmPlan,
  group: number,
): SwarmPlan {
  const places = top.lists[group]?.flatMap(({ tasks }) => tasks) ?? [];
  const tasks = places.map((place) => top.tasks[place]).filter((task) => task !== undefined);
  const count = top.lists.length;
  const share = (value: number | null): number | null => (value === null ? null : value / count);
  const own = {
    ...inputs,
    key: groupKey(inputs.key, group),
    "min-tasks": 1,
    "max-cost": share(inputs["max-cost"]),
    "max-workers": Math.min(
      mostWorkers,
      Math.max(1, Math.floor((inputs["max-workers"] ?? 20) / count)),
    ),
    workers: inputs.workers === "auto" ? inputs.workers : Math.ceil(inputs.workers / count),
  };
  const made = makePlan(kit, own, { ...facts, found: { ...facts.found, tasks } });
  if (made === null) throw new Error("a group without tasks was planned");
  return made;
}
