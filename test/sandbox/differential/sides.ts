import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { startSandbox } from "@swarm-actions/sandbox";
import { createEmulator } from "emulate";

/** Who makes a call: people, nobody, the App `helper` itself, or its installation at `ada`'s. */
export type Caller = "ada" | "bob" | "nobody" | "app" | "installation";

export interface Answer {
  readonly status: number;
  /** Parsed JSON; null when there is none. */
  readonly body: unknown;
}

/** One of the two GitHubs that are compared, with `ada/shop` and the App `helper` in it. */
export interface Side extends AsyncDisposable {
  readonly call: (as: Caller, method: string, path: string, body: unknown) => Promise<Answer>;
}

const appPermissions = { checks: "write", contents: "read", issues: "write" } as const;
const readme = "# shop\n";
const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

/** The one that is ours. */
export async function startOurs(): Promise<Side> {
  const tokens = ["ada", "bob"].map((login) => ({ kind: "user", login, value: tokenOf(login) }));
  const branches = [{ name: "main", commits: [{ files: { "README.md": readme } }] }];
  const installations = [{ account: "ada", permissions: appPermissions }];
  const sandbox = await startSandbox({
    seed: {
      users: [{ login: "ada" }, { login: "bob" }],
      tokens,
      repositories: [{ owner: "ada", name: "shop", branches }],
      apps: [{ slug: "helper", owner: "ada", "public-key": publicKey, installations }],
    },
  });
  const { world } = sandbox;
  const app = [...world.apps.values()].find(({ slug }) => slug === "helper");
  const ids = { app: app?.id ?? 0, installation: [...world.installations.keys()][0] ?? 0 };
  return {
    ...caller(sandbox.url, ids),
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

/** An emulator by others, which knows many of the endpoints too. */
export async function startTheirs(): Promise<Side> {
  const ids = { app: 1, installation: 100 };
  const logins = ["ada", "bob"];
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: Object.fromEntries(
        logins.map((login) => [tokenOf(login), { login, scopes: ["repo", "user"] }]),
      ),
      github: {
        users: logins.map((login) => ({ login })),
        repos: [{ owner: "ada", name: "shop", auto_init: true }],
        apps: [
          {
            app_id: ids.app,
            slug: "helper",
            name: "helper",
            private_key: privateKey,
            permissions: appPermissions,
            installations: [
              { installation_id: ids.installation, account: "ada", repository_selection: "all" },
            ],
          },
        ],
      },
    },
  });
  return { ...caller(emulator.url, ids), [Symbol.asyncDispose]: () => emulator.close() };
}

interface Ids {
  readonly app: number;
  readonly installation: number;
}

function caller(url: string, ids: Ids): Pick<Side, "call"> {
  const send = async (
    credential: string | null,
    method: string,
    path: string,
    body: unknown,
  ): Promise<Answer> => {
    const response = await fetch(url + path.replace("{installation}", String(ids.installation)), {
      method,
      headers: {
        accept: "application/vnd.github+json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  };
  const installation = async (): Promise<string> => {
    const path = "/app/installations/{installation}/access_tokens";
    const { body } = await send(appToken(ids.app), "POST", path, undefined);
    return (body as { token: string }).token;
  };
  let installed: Promise<string> | null = null;
  const credentialOf = (as: Caller): Promise<string | null> | string | null => {
    if (as === "nobody") return null;
    if (as === "app") return appToken(ids.app);
    if (as !== "installation") return tokenOf(as);
    installed ??= installation();
    return installed;
  };
  return {
    call: async (as, method, path, body) => send(await credentialOf(as), method, path, body),
  };
}

function tokenOf(login: string): string {
  return `token-of-${login}`;
}

/** The JWT by which an App says who it is. */
function appToken(app: number): string {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "RS256", typ: "JWT" },
    { iss: String(app), iat: now - 30, exp: now + 300 },
  ];
  const text = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(text), createPrivateKey(privateKey));
  return `${text}.${signature.toString("base64url")}`;
}
