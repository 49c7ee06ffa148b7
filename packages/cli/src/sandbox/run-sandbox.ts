import { once } from "node:events";
import { startSandbox } from "@swarm-actions/sandbox";
import { print } from "../print.ts";
import { stopOnInterrupt } from "../review/stop-signal.ts";
import { describeSandbox } from "./describe-sandbox.ts";
import { logExchange } from "./log-exchange.ts";
import type { SandboxCommandOptions } from "./options.ts";
import { readSeed } from "./read-seed.ts";
import { writeAppKeys } from "./write-app-keys.ts";

/** Runs until the first Ctrl-C. What to do with it goes to standard output, requests to standard error. */
export async function runSandbox(options: SandboxCommandOptions, directory: string): Promise<void> {
  using stop = stopOnInterrupt();
  const seed = await readSeed(options.seed, directory);
  await using sandbox = await startSandbox({ seed, port: options.port, onExchange: logExchange });
  await print(describeSandbox(sandbox, await writeAppKeys(sandbox)));
  if (!stop.signal.aborted) await once(stop.signal, "abort");
}
