import type { IncomingHttpHeaders } from "node:http";
import { decodeJwt, importSPKI, jwtVerify } from "jose";
import { credentialOf } from "../kernel/authenticate.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { App } from "../state/model.ts";
import type { World } from "../state/world.ts";

const longestLifeSeconds = 600;

/** The App that signed the JWT of a request. @throws Refusal 401 in GitHub's words */
export async function authenticateApp(world: World, headers: IncomingHttpHeaders): Promise<App> {
  const jwt = credentialOf(headers);
  if (jwt === null) throw refusal("A JSON web token could not be decoded");
  const app = world.apps.get(issuerOf(jwt));
  if (app === undefined) throw refusal("Integration not found");
  const { iat, exp } = await verify(app, jwt);
  const now = Math.floor(Date.now() / 1000);
  if (exp === undefined || exp <= now)
    throw refusal(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (exp > now + longestLifeSeconds)
    throw refusal("'Expiration time' claim ('exp') is too far in the future");
  if (iat === undefined || iat > now)
    throw refusal(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  return app;
}

/** The App's id, as a number or as text. */
function issuerOf(jwt: string): number {
  try {
    return Number(decodeJwt(jwt).iss);
  } catch {
    throw refusal("A JSON web token could not be decoded");
  }
}

async function verify(
  app: App,
  jwt: string,
): Promise<{ readonly iat?: number | undefined; readonly exp?: number | undefined }> {
  try {
    const key = await importSPKI(app.publicKey, "RS256");
    // The times are judged by the caller, each in GitHub's own words.
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: ["RS256"],
      currentDate: new Date(0),
    });
    return payload;
  } catch {
    throw refusal("A JSON web token could not be decoded");
  }
}

function refusal(message: string): Refusal {
  return new Refusal(401, message);
}
