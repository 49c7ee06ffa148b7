import type { Exchange } from "./kernel/exchange.ts";
import type { Fault } from "./kernel/fault.ts";
import type { World, WorldEvent } from "./state/world.ts";
import type { Delivery } from "./webhooks/delivery.ts";

export interface SandboxOptions {
  /** 0: any free one. */
  readonly port?: number;
  /** The parsed seed; see `seed/schema.ts`. */
  readonly seed?: unknown;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onEvent?: (event: WorldEvent) => void;
}

/** A running local GitHub. Disposing ends the server, waits for deliveries and removes its files. */
export interface Sandbox extends AsyncDisposable {
  /** The root of REST, of git (`URL/owner/name.git`) and of the pages (`URL/owner/name/pull/1`). */
  readonly url: string;
  readonly world: World;
  /** Private keys (PEM) of the seed's Apps by their slugs, of those whose key pair was made for them. */
  readonly appKeys: ReadonlyMap<string, string>;
  /** In order. */
  readonly exchanges: readonly Exchange[];
  readonly events: readonly WorldEvent[];
  /** To webhooks, in the order in which the attempts ended. */
  readonly deliveries: readonly Delivery[];
  readonly addFault: (fault: Fault) => void;
  readonly clearFaults: () => void;
}
