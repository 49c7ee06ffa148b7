import { setImmediate } from "node:timers/promises";
import { loadEngine } from "./engine.ts";
import { piecesOf } from "./pieces.ts";

/** Where something that looks like a secret stands in a text: UTF-16 offsets, end exclusive. */
export interface SecretRange {
  readonly start: number;
  readonly end: number;
}

/** Looks for secrets in texts that are about to be published. */
export interface TextScanner {
  /** Rejects when it cannot look. */
  readonly scan: (text: string) => Promise<readonly SecretRange[]>;
}

/** The engine's own comments that switch it off; whoever wrote the text must not have that choice. */
const switches = /secretlint-(?=disable|enable)/gi;

/** The engine of the `secrets` reviewer for any text, made-up values and all; loaded at the first use. */
export function createSecretScanner(): TextScanner {
  return {
    async scan(text) {
      const engine = await loadEngine();
      const found: SecretRange[] = [];
      const open = text.replace(switches, "secretlint ");
      for (const { text: piece, offset } of piecesOf(open)) {
        // The engine never waits for anything; others get their turn between two pieces.
        await setImmediate();
        for (const { start, end } of await engine("text.md", piece)) {
          found.push({ start: start + offset, end: end + offset });
        }
      }
      return found;
    },
  };
}
