import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "./releases.ts";

const run = promisify(execFile);
/** For one call of a client. */
const patience = 60_000;
/** Without network, a client that tries again and again only wastes time. */
const fewRetries = { npm_config_fetch_retries: "1", PIP_RETRIES: "1", CARGO_NET_RETRY: "1" };

/**
 * The folder with one release's files, fetched by the registry's own client and kept in `cache`.
 * Nothing that belongs to the package is executed.
 * @throws when the client is missing, fails or takes more than a minute.
 */
export async function fetchRelease(
  client: Client,
  name: string,
  version: string,
  cache: string,
): Promise<string> {
  const tree = join(cache, client, `${name.replaceAll(/[^\w.-]+/g, "_")}-${version}`);
  if (existsSync(tree)) return tree;
  const scratch = `${tree}.part`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const found = await clients[client](name, version, scratch);
  rmSync(tree, { force: true });
  // The clients of Go and Cargo keep what they fetch, read-only, in a folder of their own.
  if (found.startsWith(scratch)) renameSync(found, tree);
  else symlinkSync(found, tree);
  rmSync(scratch, { recursive: true, force: true });
  return tree;
}

type Fetch = (name: string, version: string, scratch: string) => Promise<string>;

const clients: Readonly<Record<Client, Fetch>> = {
  npm: async (name, version, scratch) => {
    await call("npm", ["pack", "--silent", "--ignore-scripts", `${name}@${version}`], scratch);
    await call("tar", ["-xzf", onlyFile(scratch, ".tgz")], scratch);
    return join(scratch, "package");
  },
  pip: async (name, version, scratch) => {
    // A wheel is unpacked; a source archive would have to run the package's build backend.
    const wheels = ["--no-deps", "--only-binary", ":all:", "-d", ".", `${name}==${version}`];
    await call("pip", ["download", "-q", ...wheels], scratch);
    const into = join(scratch, "tree");
    await call("python3", ["-m", "zipfile", "-e", onlyFile(scratch, ".whl"), into], scratch);
    for (const entry of readdirSync(into)) {
      if (entry.endsWith(".dist-info")) rmSync(join(into, entry), { recursive: true });
    }
    return into;
  },
  go: async (name, version, scratch) => {
    const out = await call("go", ["mod", "download", "-json", `${name}@${version}`], scratch);
    return (JSON.parse(out) as { Dir: string }).Dir;
  },
  cargo: async (name, version, scratch) => {
    const manifest = `[package]\nname = "fetch"\nversion = "0.0.0"\n[lib]\npath = "lib.rs"\n`;
    const wanted = `[dependencies]\n${name} = { version = "=${version}", default-features = false }\n`;
    writeFileSync(join(scratch, "Cargo.toml"), manifest + wanted);
    writeFileSync(join(scratch, "lib.rs"), "");
    const out = await call("cargo", ["metadata", "--format-version", "1"], scratch);
    const { packages } = JSON.parse(out) as {
      packages: readonly { name: string; manifest_path: string }[];
    };
    const found = packages.find((one) => one.name === name);
    if (found === undefined) throw new Error(`cargo does not list ${name}`);
    return dirname(found.manifest_path);
  },
  maven: async (name, version, scratch) => {
    const artifact = `-Dartifact=${name}:${version}:jar:sources`;
    await call("mvn", ["-q", "-B", "dependency:copy", artifact, "-DoutputDirectory=."], scratch);
    const into = join(scratch, "tree");
    await call("python3", ["-m", "zipfile", "-e", onlyFile(scratch, ".jar"), into], scratch);
    return into;
  },
};

async function call(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, ...fewRetries };
  const limits = { cwd, env, timeout: patience, maxBuffer: 64 * 1024 * 1024 };
  return (await run(program, args, limits)).stdout;
}

function onlyFile(folder: string, ending: string): string {
  const name = readdirSync(folder).find((entry) => entry.endsWith(ending));
  if (name === undefined) throw new Error(`the client left no ${ending} file`);
  return name;
}
