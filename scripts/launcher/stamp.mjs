import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stamps } from "./paths.mjs";

/** Does `work` unless it was done before for what `digest()` says now; "missing" always means do it. */
export async function once(name, digest, work) {
  const file = join(stamps, `${name}.stamp`);
  const before = digest();
  if (before !== "missing" && readOr(file, "") === before) return;
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(file, digest());
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return fallback;
    throw error;
  }
}
