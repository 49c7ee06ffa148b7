import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sandbox } from "@swarm-actions/sandbox";

/** Puts the private keys that were made for Apps beside the sandbox's files; they go when it ends. */
export async function writeAppKeys({ appKeys, world }: Sandbox): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [slug, key] of appKeys) {
    const file = join(world.directory, `${slug}.pem`);
    await writeFile(file, key, { mode: 0o600 });
    files.set(slug, file);
  }
  return files;
}
