import { randomBytes } from "node:crypto";
import { perWorld } from "../state/per-world.ts";

/** What a world signs its runtime tokens and blob addresses with; never shown. */
export const signingKeyOf = perWorld(() => randomBytes(32));
