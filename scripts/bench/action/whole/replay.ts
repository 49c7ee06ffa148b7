import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Exchange } from "@swarm-actions/sandbox";

const run = promisify(execFile);
const program = join(import.meta.dirname, "replay.mjs");
const kept = ["authorization", "accept", "content-type", "user-agent"];

/**
 * Sends the same requests once more with a bare client in a process of its own.
 * @returns milliseconds from before its start to its end
 */
export async function timeReplay(url: string, exchanges: readonly Exchange[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "swarm-replay-"));
  try {
    const file = join(folder, "requests.json");
    writeFileSync(file, JSON.stringify(exchanges.map((exchange) => requestOf(url, exchange))));
    const began = performance.now();
    await run(process.execPath, [program, file]);
    return performance.now() - began;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function requestOf(base: string, { method, url, requestHeaders, requestBody }: Exchange): object {
  const headers = Object.entries(requestHeaders).filter(([name]) => kept.includes(name));
  const body = requestBody === null ? null : JSON.stringify(requestBody);
  return { method, url: `${base}${url}`, headers: Object.fromEntries(headers), body };
}
