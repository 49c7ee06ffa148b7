import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { App, User } from "../state/model.ts";
import type { World } from "../state/world.ts";

const generate = promisify(generateKeyPair);

interface NewApp {
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  /** PEM; undefined: a pair is made. */
  readonly publicKey: string | undefined;
}

export interface CreatedApp {
  readonly app: App;
  /** PEM; null when the caller brought the public half. */
  readonly privateKey: string | null;
}

/** Registers an App and the bot that acts for it. */
export async function createApp(
  world: World,
  { slug, name, owner, publicKey }: NewApp,
): Promise<CreatedApp> {
  const bot: User = { id: world.nextId(), login: `${slug}[bot]`, type: "Bot", name: null };
  const pair = publicKey === undefined ? await createKeys() : { publicKey, privateKey: null };
  const app: App = { id: world.nextId(), slug, name, owner, publicKey: pair.publicKey, bot };
  world.users.set(bot.login.toLowerCase(), bot);
  world.apps.set(app.id, app);
  return { app, privateKey: pair.privateKey };
}

function createKeys(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  return generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
