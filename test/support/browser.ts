import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium of this machine: `CHROMIUM_PATH`, else the first on the path. Null when there is none. */
export function chromiumPath(): string | null {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const asked = process.env.CHROMIUM_PATH;
  return (asked === undefined ? places : [asked]).find(canRun) ?? null;
}

/**
 * Whether a suite that needs a browser must be skipped; says so loudly.
 * @throws Error instead, when `SWARM_NO_SKIPS=1`.
 */
export function mustSkipBrowser(suite: string): boolean {
  if (chromiumPath() !== null) return false;
  const words = `no Chromium found: ${suite} cannot run. Install chromium or set CHROMIUM_PATH.`;
  if (process.env.SWARM_NO_SKIPS === "1") throw new Error(words);
  process.stderr.write(`\nSKIPPED: ${words}\n`);
  return true;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("no Chromium found");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath, args, timeout: 120_000 });
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
