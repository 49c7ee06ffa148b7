import { Command, InvalidArgumentError } from "commander";
import { directoryOf } from "../directory.ts";
import type { SandboxCommandOptions } from "./options.ts";

const afterHelp = `
A seed is YAML or JSON. Everything may be left out; this one shows most of it:

  users: [{ login: ada }, { login: grace, name: Grace }]
  organizations: [{ login: acme }]
  apps:
    - slug: reviewer
      owner: acme
      installations: [{ account: acme, permissions: { pull_requests: write } }]
  tokens:
    - { kind: user, login: ada }
    - { kind: job, repository: acme/shop, permissions: { pull_requests: write } }
    - { kind: installation, app: reviewer, account: acme }
  repositories:
    - owner: acme
      name: shop
      collaborators: { ada: write }
      branches:
        - { name: main, commits: [{ message: Begin, files: { a.txt: one } }] }
        - { name: topic, commits: [{ author: ada, files: { a.txt: two } }] }
      pull-requests: [{ title: Two, head: topic, author: ada }]
      webhooks: [{ url: "http://127.0.0.1:9000/", secret: hush, events: [push] }]
    - { owner: grace, name: shop, fork-of: acme/shop }

Ctrl-C ends it and leaves nothing behind.`;

export function sandboxCommand(): Command {
  return new Command("sandbox")
    .description("Run a local GitHub: REST, GraphQL, git and webhooks on this machine only.")
    .option("--seed <file>", "what it holds when it starts (default: a small organization)")
    .option("--port <number>", "where it listens; 0 takes any free port", port, 0)
    .addHelpText("after", afterHelp)
    .action(async (options: SandboxCommandOptions, command: Command) => {
      // It brings a GraphQL server along, for which no other command should wait.
      const { runSandbox } = await import("./run-sandbox.ts");
      await runSandbox(options, directoryOf(command));
    });
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("Pass a number from 0 to 65535.");
}
