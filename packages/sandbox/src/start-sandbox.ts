import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEndpoints } from "./apps/all.ts";
import { answerGit } from "./git/answer-git.ts";
import { graphqlEndpoint } from "./graphql/endpoint.ts";
import type { Exchange } from "./kernel/exchange.ts";
import { FaultList } from "./kernel/fault-list.ts";
import { listen } from "./kernel/listen.ts";
import { metaEndpoints } from "./kernel/meta.ts";
import { createRouter } from "./kernel/router.ts";
import { type SideDoor, serve } from "./kernel/serve.ts";
import { answerPage } from "./pages/answer-page.ts";
import { restEndpoints } from "./rest/all.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { parseSeed } from "./seed/parse-seed.ts";
import { plantSeed } from "./seed/plant-seed.ts";
import type { Seed } from "./seed/schema.ts";
import { toFault } from "./seed/to-fault.ts";
import { serviceEndpoints } from "./services/all.ts";
import { createWorld } from "./state/create-world.ts";
import type { WorldEvent } from "./state/world.ts";
import { Dispatcher } from "./webhooks/dispatcher.ts";

/**
 * Starts a local GitHub. Nothing of it leaves the machine, and nothing is left when it is disposed of.
 * @throws CodedError when the seed is not as it must be, or the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = parseSeed(options.seed ?? {});
  const directory = await mkdtemp(join(tmpdir(), "swarm-sandbox-"));
  try {
    return await startIn(directory, seed, options);
  } catch (thrown) {
    await remove(directory);
    throw thrown;
  }
}

async function startIn(directory: string, seed: Seed, options: SandboxOptions): Promise<Sandbox> {
  const exchanges: Exchange[] = [];
  const events: WorldEvent[] = [];
  const faults = new FaultList();
  for (const fault of seed.faults) faults.add(toFault(fault));
  const hooks = new Dispatcher();
  const end = new AbortController();
  const emit = (event: WorldEvent): void => {
    events.push(event);
    options.onEvent?.(event);
    hooks.dispatch(event);
  };
  const record = (exchange: Exchange): void => {
    exchanges.push(exchange);
    options.onExchange?.(exchange);
  };
  const world = createWorld({ directory, emit });
  const { appKeys } = await plantSeed(world, seed);
  const toGit: SideDoor = (request) => answerGit(world, request, end.signal);
  const toPages: SideDoor = (request) => answerPage(world, request);
  const router = createRouter(allEndpoints);
  const parts = { world, router, faults, sideDoors: [toGit, toPages], record, signal: end.signal };
  const server = await listen(options.port ?? 0, (...both) => serve(parts, ...both));
  world.url = server.url;
  return {
    url: server.url,
    world,
    appKeys,
    exchanges,
    events,
    deliveries: hooks.deliveries,
    addFault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    [Symbol.asyncDispose]: async () => {
      end.abort();
      await server[Symbol.asyncDispose]();
      await hooks[Symbol.asyncDispose]();
      await remove(directory);
    },
  };
}

const allEndpoints = [
  ...metaEndpoints,
  ...appEndpoints,
  ...restEndpoints,
  graphqlEndpoint,
  ...serviceEndpoints,
];

/** A git that was just ended may still be writing its last file. */
function remove(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 3 });
}
