import { join } from "node:path";

/** The project's folder. */
export const top = join(import.meta.dirname, "..");
