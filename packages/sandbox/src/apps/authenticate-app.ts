import type { IncomingHttpHeaders } from "node:http";
import { decodeJwt, importSPKI, type JWTPayload, jwtVerify } from "jose";
import { credentialOf } from "../kernel/authenticate.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { App } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { checkTimes } from "./check-times.ts";

/** The App that signed the JWT of a request. @throws Refusal 401 or 404 in GitHub's words */
export async function authenticateApp(world: World, headers: IncomingHttpHeaders): Promise<App> {
  const jwt = credentialOf(headers);
  if (jwt === null) throw undecodable();
  const app = world.apps.get(issuerOf(jwt));
  if (app === undefined) throw new Refusal(404, "Integration not found");
  checkTimes(await verify(app, jwt), Math.floor(Date.now() / 1000));
  return app;
}

/** The App's id, as a number or as text. */
function issuerOf(jwt: string): number {
  try {
    return Number(decodeJwt(jwt).iss);
  } catch {
    throw undecodable();
  }
}

async function verify(app: App, jwt: string): Promise<JWTPayload> {
  try {
    const key = await importSPKI(app.publicKey, "RS256");
    // The times are judged apart, each in GitHub's own words.
    const options = { algorithms: ["RS256"], currentDate: new Date(0) };
    return (await jwtVerify(jwt, key, options)).payload;
  } catch {
    throw undecodable();
  }
}

function undecodable(): Refusal {
  return new Refusal(401, "A JSON web token could not be decoded");
}
