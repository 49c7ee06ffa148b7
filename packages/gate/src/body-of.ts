import type { Outgoing } from "./model.ts";

/** The text as it is written: what people read, then what only a program of ours does. */
export function bodyOf({ text, hidden }: Pick<Outgoing, "text" | "hidden">): string {
  const parts = hidden.map((part) => part.text).join("\n");
  return [text, parts].filter((part) => part !== "").join("\n\n");
}
