import type { IncomingHttpHeaders } from "node:http";
import type { Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { Refusal } from "./refusal.ts";

/** The credential in an `authorization` header, whatever its scheme; null when there is none. */
export function credentialOf(headers: IncomingHttpHeaders): string | null {
  const [, scheme, value] =
    /^(token|bearer|basic) +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  if (scheme === undefined || value === undefined)
    return headers.authorization === undefined ? null : "";
  return scheme.toLowerCase() === "basic" ? passwordOf(value) : value;
}

/** Who calls; null when nobody said. @throws Refusal 401 on a credential that is not known */
export function authenticate(world: World, headers: IncomingHttpHeaders): Token | null {
  const credential = credentialOf(headers);
  if (credential === null) return null;
  const token = world.tokens.get(credential);
  if (token === undefined || hasExpired(world, token)) throw badCredentials();
  return token;
}

export function badCredentials(): Refusal {
  return new Refusal(401, "Bad credentials");
}

/** Any user name will do before a token: `x-access-token:TOKEN`. A token may stand as the name, too. */
function passwordOf(encoded: string): string {
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  const [name, password] = colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
  return password === "" || password === "x-oauth-basic" ? name : password;
}

function hasExpired(world: World, token: Token): boolean {
  return token.expiresAt !== null && token.expiresAt <= world.now().getTime();
}
