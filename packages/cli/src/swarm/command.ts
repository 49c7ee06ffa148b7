import { Command } from "commander";
import { simulateCommand } from "./simulate-command.ts";

/** Work that is split over many workers. */
export function swarmCommand(): Command {
  const swarm = new Command("swarm").description("Split work over workers, and see how it ends.");
  for (const command of [simulateCommand()]) swarm.addCommand(command);
  return swarm;
}
