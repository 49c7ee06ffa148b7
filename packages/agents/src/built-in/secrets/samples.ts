/**
 * Made-up values in the shapes that the engine knows, put together when the program runs, so that
 * no scanner finds a secret in this project's own sources.
 */

const letters = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const mixed = `${letters}${letters.toUpperCase()}${digits}`;

/** `length` characters of `alphabet` that look random and are always the same. */
function scramble(length: number, alphabet: string = mixed): string {
  let state = length * 7919 + alphabet.length;
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return alphabet[Math.floor(state / 65536) % alphabet.length];
  }).join("");
}

const hex = `${digits}abcdef`;
const dashes = "-".repeat(5);

function pem(body: string): string {
  const label = ["PRIVATE", "KEY"].join(" ");
  return `${dashes}BEGIN ${label}${dashes}\n${body}\n${dashes}END ${label}${dashes}`;
}

function serviceAccount(): string {
  const key = pem(`MIIE${scramble(40)}`);
  const fields = { type: "service_account", private_key_id: scramble(40, hex), private_key: key };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

function onePassword(): string {
  const text = `{"secretKey":"${scramble(90)}"}`;
  // The engine knows the token by the end that base64 gives to a closing brace of its own block.
  const padded = text.replace("}", `${" ".repeat((4 - (text.length % 3)) % 3)}}`);
  return ["ops", Buffer.from(padded).toString("base64")].join("_");
}

function url(scheme: string, host: string): string {
  return `${scheme}://${["deploy", scramble(14)].join(":")}@${host}`;
}

function assigned(value: string): string {
  return `export const token = "${value}";\n`;
}

export interface Sample {
  readonly path: string;
  readonly content: string;
}

function inSource(...pieces: string[]): Sample {
  return { path: "src/client.ts", content: assigned(pieces.join("")) };
}

/** One sample that each rule of the engine reports. */
export const samples: ReadonlyMap<string, Sample> = new Map([
  ["1password", inSource(onePassword())],
  ["anthropic", inSource("sk-", "ant-", "api03-", scramble(93), "AA")],
  ["aws", { path: "deploy/env.sh", content: `AWS_SECRET_ACCESS_${"KEY"}=${scramble(40)}\n` }],
  ["basicauth", inSource(url("https", "registry.acme-corp.io"))],
  ["cloudflare", inSource("cf", "ut_", scramble(40), scramble(8, hex))],
  ["database-connection-string", inSource(url("postgres", "db.acme-corp.io/app"))],
  ["databricks", inSource("da", "pi", scramble(32, hex))],
  ["docker", inSource("dckr", "_pat_", scramble(27))],
  ["figma", inSource("fi", "gd_", scramble(44))],
  ["gcp", { path: "deploy/account.json", content: serviceAccount() }],
  ["github", inSource("gh", "p_", scramble(36))],
  ["gitlab", inSource("gl", "pat-", scramble(20))],
  ["grafana", inSource("gl", "sa_", scramble(32), "_", scramble(8, hex))],
  ["groq", inSource("gs", "k_", scramble(52))],
  ["hashicorp-vault", inSource("hv", "s.", scramble(95))],
  ["huggingface", inSource("h", "f_", scramble(34, `${letters}${letters.toUpperCase()}`))],
  ["linear", inSource("lin", "_api_", scramble(40))],
  ["notion", inSource("nt", "n_", scramble(11, digits), scramble(35))],
  ["npm", { path: ".npmrc", content: `//npm.acme-corp.io/:_auth${"Token"}=${scramble(36)}\n` }],
  ["openai", inSource("s", "k-", scramble(20), "T3Blbk", "FJ", scramble(20))],
  ["privatekey", { path: "deploy/server.pem", content: `${pem(`MIIE${scramble(600)}`)}\n` }],
  ["sendgrid", inSource("S", "G.", scramble(22), ".", scramble(43))],
  ["shopify", inSource("shp", "at_", scramble(32))],
  ["slack", inSource("xo", "xb-", scramble(12, digits), "-", scramble(24))],
  ["stripe", inSource("sk", "_live_", scramble(24))],
  ["tailscale", inSource("ts", "key-auth-", scramble(12), "-", scramble(32))],
  ["vercel", inSource("vc", "p_", scramble(24))],
]);
