import { Command } from "commander";
import { swarmAggregateCommand } from "./aggregate-command.ts";
import { planCommand } from "./plan-command.ts";
import { swarmRunCommand, swarmWorkerCommand } from "./run-command.ts";
import { simulateCommand } from "./simulate-command.ts";

/** Work that is split over many workers. */
export function swarmCommand(): Command {
  const swarm = new Command("swarm").description("Split work over workers, and see how it ends.");
  for (const command of [
    swarmRunCommand(),
    planCommand(),
    simulateCommand(),
    swarmAggregateCommand(),
  ]) {
    swarm.addCommand(command);
  }
  return swarm.addCommand(swarmWorkerCommand(), { hidden: true });
}
