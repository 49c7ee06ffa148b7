import { randomBytes } from "node:crypto";
import { fullWindow } from "../kernel/rate-limit.ts";
import type { Token } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** Requests an hour, by who asks. */
const limits = { user: 5_000, installation: 5_000, job: 1_000 } as const;
const prefixes = { user: "ghp", installation: "ghs", job: "ghs" } as const;

interface NewToken extends Omit<Token, "value" | "rest" | "graphql"> {
  readonly value?: string | undefined;
}

/** Makes a credential that is known from now on. */
export function createToken(world: World, parts: NewToken): Token {
  const token: Token = {
    ...parts,
    value: parts.value ?? randomValue(prefixes[parts.kind]),
    rest: fullWindow(world, limits[parts.kind]),
    graphql: fullWindow(world, limits[parts.kind]),
  };
  world.tokens.set(token.value, token);
  return token;
}

function randomValue(prefix: string): string {
  const text = randomBytes(48)
    .toString("base64")
    .replace(/[^a-zA-Z\d]/g, "");
  return `${prefix}_${text.slice(0, 36)}`;
}
