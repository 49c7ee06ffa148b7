import type { Fault, FaultEffect } from "../kernel/fault.ts";
import type { FaultSeed } from "./schema.ts";

/** A fault as tests ask for it, from one in a seed. */
export function toFault({ effect, method, path, skip, times }: FaultSeed): Fault {
  return {
    effect: toEffect(effect),
    skip,
    times,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path: new RegExp(path) }),
  };
}

function toEffect(effect: FaultSeed["effect"]): FaultEffect {
  if (effect.kind === "rate-limit")
    return { kind: effect.kind, status: effect.status, retryAfter: effect["retry-after"] };
  if (effect.kind === "status" || effect.kind === "spoilt") {
    const { message, ...rest } = effect;
    return message === undefined ? rest : { ...rest, message };
  }
  return effect;
}
