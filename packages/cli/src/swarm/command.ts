import { Command } from "commander";

/** Work that is split over many workers. */
export function swarmCommand(): Command {
  return new Command("swarm").description("Split work over workers, and see how it ends.");
}
