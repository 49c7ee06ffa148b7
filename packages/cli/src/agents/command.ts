import { Command } from "commander";
import { directoryOf } from "../directory.ts";
import { print } from "../print.ts";
import { explainRule } from "./explain-rule.ts";
import { listAgents } from "./list-agents.ts";

export function agentsCommand(): Command {
  const agents = new Command("agents").description("What the agents look for.");
  agents
    .command("list")
    .description("List the agents in force here, and the rules of the built-in ones.")
    .option("--config <file>", "another file than .github/swarm.yml")
    .action(async (options: { config?: string }, command: Command) => {
      await print(await listAgents(directoryOf(command), options.config));
    });
  agents
    .command("explain")
    .argument("<rule>", "a rule's id, such as tests/focused")
    .description("Say why a rule exists, what to do about it, and show it at work.")
    .action(async (rule: string) => {
      await print(explainRule(rule));
    });
  return agents;
}
