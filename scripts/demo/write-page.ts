import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { top } from "../top.ts";

/** Writes a page to where `npm start` leaves its pages. @returns its path */
export function writePage(name: string, page: string): string {
  const folder = join(top, ".build");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  // Whoever reads it meanwhile gets the one before, and never a part.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, page);
  renameSync(draft, file);
  return file;
}
