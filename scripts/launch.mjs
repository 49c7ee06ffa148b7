#!/usr/bin/env node
// The one entry of `npm start`, `npm test`, `npm run swarm` and `npm run bench`.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { commands } from "./launcher/commands.mjs";
import { fail } from "./launcher/say.mjs";
import { setUp } from "./launcher/set-up.mjs";

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];

try {
  if (command === undefined) throw new Error(`unknown command "${name}"; npm run lists them`);
  const toolchain = await setUp({ build: command.needsBuild });
  process.exitCode = await toolchain.run([...command.script, ...args], command.cwd);
} catch (error) {
  fail(error);
  process.exitCode = 2;
}
