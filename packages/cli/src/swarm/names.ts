import { InvalidArgumentError } from "commander";

/** A reader of names with commas between them, for an option. */
export function namesFrom(list: string): string[] {
  const found = list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (found.length === 0) throw new InvalidArgumentError("Name at least one agent.");
  return found;
}
