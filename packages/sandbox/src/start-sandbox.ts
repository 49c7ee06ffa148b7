import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEndpoints } from "./apps/all.ts";
import type { Exchange } from "./kernel/exchange.ts";
import { FaultList } from "./kernel/fault-list.ts";
import { listen } from "./kernel/listen.ts";
import { metaEndpoints } from "./kernel/meta.ts";
import { createRouter } from "./kernel/router.ts";
import { serve } from "./kernel/serve.ts";
import { restEndpoints } from "./rest/all.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { serviceEndpoints } from "./services/all.ts";
import { createWorld } from "./state/create-world.ts";
import type { WorldEvent } from "./state/world.ts";

/** Starts a local GitHub. Nothing of it leaves the machine, and nothing is left when it is disposed of. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const directory = await mkdtemp(join(tmpdir(), "swarm-sandbox-"));
  const exchanges: Exchange[] = [];
  const events: WorldEvent[] = [];
  const faults = new FaultList();
  const world = createWorld({
    directory,
    emit: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  const record = (exchange: Exchange): void => {
    exchanges.push(exchange);
    options.onExchange?.(exchange);
  };
  const router = createRouter([
    ...metaEndpoints,
    ...appEndpoints,
    ...restEndpoints,
    ...serviceEndpoints,
  ]);
  const server = await listen(options.port ?? 0, (request, response) =>
    serve({ world, router, faults, sideDoors: [], record }, request, response),
  );
  world.url = server.url;
  return {
    url: server.url,
    world,
    exchanges,
    events,
    addFault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
