import tab from "@bomb.sh/tab/commander";
import { Command } from "commander";
import { agentsCommand } from "./agents/command.ts";
import { auditCommand } from "./audit/command.ts";
import { configCommand } from "./config/command.ts";
import { directoryOption } from "./directory.ts";
import { initCommand } from "./init/command.ts";
import { reviewCommand } from "./review/command.ts";
import { sandboxCommand } from "./sandbox/command.ts";
import { swarmCommand } from "./swarm/command.ts";
import { version } from "./version.ts";

/** The command line. Errors are thrown, never printed and exited on, so that one place decides. */
export function createProgram(): Command {
  const program = new Command("swarm-actions")
    .description("Review changes with several agents: on your machine, without an account.")
    .version(version, "-V, --version")
    .addOption(directoryOption())
    .showHelpAfterError("(--help shows how)")
    .showSuggestionAfterError()
    .exitOverride();
  for (const command of [
    reviewCommand(),
    initCommand(),
    configCommand(),
    agentsCommand(),
    auditCommand(),
    swarmCommand(),
    sandboxCommand(),
  ]) {
    settle(command);
    program.addCommand(command);
  }
  tab(program);
  return program;
}

/** Sub-commands added whole do not inherit settings; and `-C` may stand before or after their name. */
function settle(command: Command): void {
  command.exitOverride().showHelpAfterError("(--help shows how)");
  if (command.commands.length === 0) {
    command.addOption(directoryOption());
  }
  for (const inner of command.commands) settle(inner);
}
