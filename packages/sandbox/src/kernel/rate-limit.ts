import type { RateWindow, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { Refusal } from "./refusal.ts";

const hourMs = 3_600_000;

/** A window with nothing used. */
export function fullWindow(world: World, limit: number): RateWindow {
  return { limit, used: 0, resetAt: world.now().getTime() + hourMs };
}

/** Opens the window again when its hour is over. */
export function refresh(world: World, window: RateWindow): void {
  const now = world.now().getTime();
  if (now < window.resetAt) return;
  window.used = 0;
  window.resetAt = now + hourMs;
}

export function isSpent(world: World, window: RateWindow): boolean {
  refresh(world, window);
  return window.used >= window.limit;
}

/** Takes one request from what is left. @throws Refusal 403 when nothing is */
export function spend(world: World, window: RateWindow, token: Token | null): void {
  if (isSpent(world, window)) throw new Refusal(403, exceeded(token));
  window.used++;
}

/** Gives back what an answer without content cost. */
export function refund(window: RateWindow): void {
  window.used = Math.max(0, window.used - 1);
}

/** What is left, as every answer says it. */
export function rateHeaders(
  window: RateWindow,
  resource: string,
): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": String(window.limit),
    "x-ratelimit-remaining": String(Math.max(0, window.limit - window.used)),
    "x-ratelimit-reset": String(Math.ceil(window.resetAt / 1000)),
    "x-ratelimit-resource": resource,
    "x-ratelimit-used": String(window.used),
  };
}

/** How GitHub says that a limit is spent. */
export function exceeded(token: Token | null): string {
  if (token === null) return "API rate limit exceeded for 127.0.0.1.";
  const who = token.kind === "user" ? `user ID ${token.actor.id}` : "installation";
  return `API rate limit exceeded for ${who}.`;
}
