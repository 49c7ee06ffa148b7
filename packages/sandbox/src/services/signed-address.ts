import { createHmac, timingSafeEqual } from "node:crypto";
import type { Call } from "../kernel/endpoint.ts";
import type { World } from "../state/world.ts";
import { signingKeyOf } from "./signing-key.ts";

/** What an address is good for, besides its blob. */
export interface AddressTerms {
  /** The id of the blob. */
  readonly blob: string;
  readonly allows: "read" | "write";
  readonly lifetimeMs: number;
  /** What a download is to be called; without one it has no name. */
  readonly fileName?: string;
}

/** Where blobs lie, as storage writes it: account, container, blob. */
export const blobPath = "/blobs/results/{blob}";

/** An address that needs no other credential, for a while. */
export function signAddress(world: World, terms: AddressTerms): string {
  const query = new URLSearchParams({
    se: String(world.now().getTime() + terms.lifetimeMs),
    sp: terms.allows === "read" ? "r" : "cw",
  });
  if (terms.fileName !== undefined) query.set("rscd", terms.fileName);
  query.set("sig", signatureOf(world, terms.blob, query));
  return `${world.url}${blobPath.replace("{blob}", terms.blob)}?${query}`;
}

/** Whether a call comes with a signature of ours that still holds and allows as much. */
export function isSigned(call: Call, allows: AddressTerms["allows"]): boolean {
  const { query, params, world } = call;
  const expected = Buffer.from(signatureOf(world, params.blob ?? "", query));
  const given = Buffer.from(query.get("sig") ?? "");
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false;
  if (query.get("sp") !== (allows === "read" ? "r" : "cw")) return false;
  return Number(query.get("se")) > world.now().getTime();
}

function signatureOf(world: World, blob: string, query: URLSearchParams): string {
  const signed = [blob, query.get("se"), query.get("sp"), query.get("rscd")];
  return createHmac("sha256", signingKeyOf(world)).update(JSON.stringify(signed)).digest("base64");
}
