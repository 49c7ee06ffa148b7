import { generateKeyPairSync } from "node:crypto";
import type { App, User } from "./model.ts";
import type { World, WorldEvent } from "./world.ts";

interface WorldParts {
  /** Where the bare repositories shall lie. */
  readonly directory: string;
  readonly emit: (event: WorldEvent) => void;
}

/** An empty world: nobody in it but GitHub itself, and the App that jobs act for. */
export function createWorld({ directory, emit }: WorldParts): World {
  const actionsApp = createActionsApp();
  return {
    url: "http://127.0.0.1",
    directory,
    users: new Map(
      [actionsApp.owner, actionsApp.bot].map((user) => [user.login.toLowerCase(), user]),
    ),
    repositories: new Map(),
    apps: new Map([[actionsApp.id, actionsApp]]),
    installations: new Map(),
    tokens: new Map(),
    actionsApp,
    nextId: countFrom(100_000_001),
    now: createClock(),
    emit,
  };
}

/** Above every id that is given by name here. */
function countFrom(first: number): () => number {
  let next = first;
  return () => next++;
}

/** The time of day, a millisecond later than the last one told where it has not moved on. */
function createClock(): () => Date {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last);
  };
}

/** With the ids it has on GitHub. Nobody holds the private half of its key. */
function createActionsApp(): App {
  const owner: User = { id: 9919, login: "github", type: "Organization", name: "GitHub" };
  const bot: User = { id: 41898282, login: "github-actions[bot]", type: "Bot", name: null };
  const { publicKey } = generateKeyPairSync("ed25519");
  return {
    id: 15368,
    slug: "github-actions",
    name: "GitHub Actions",
    owner,
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    bot,
  };
}
