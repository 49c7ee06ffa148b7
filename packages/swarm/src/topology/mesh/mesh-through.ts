import type { SwarmPlan } from "../../plan/plan.ts";
import { MeshAgent } from "./mesh-agent.ts";
import type { MeshOptions, MeshReport } from "./mesh-options.ts";

/**
 * Is one agent of a mesh: answers all of its tasks, puts the answers up for its peers, reads theirs, and
 * may revise, until nothing changes or the rounds are over. Its last answers become its page of results,
 * which is collected like that of any worker. Where its job is run again it reads what its peers left.
 * @throws CodedError of the board when its results cannot be put up; of the runner when it cannot work
 */
export async function meshThrough(plan: SwarmPlan, options: MeshOptions): Promise<MeshReport> {
  return new MeshAgent(plan, options).work();
}
