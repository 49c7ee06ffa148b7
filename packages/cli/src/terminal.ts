import type { WriteStream } from "node:tty";

/** Colour is for terminals; NO_COLOR and FORCE_COLOR overrule, as everywhere. */
export function wantsColor(stream: WriteStream | NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0";
  return stream.isTTY === true && TERM !== "dumb";
}

/** Columns to write to; 100 where nothing says. */
export function widthOf(stream: NodeJS.WriteStream): number {
  return Math.max(40, stream.columns ?? 100);
}
