import { readDescription } from "./read-description.ts";
import { createFindFaults } from "./validate.ts";

/** By GitHub's REST description. */
export const findFaults = createFindFaults(() => readDescription().schemas);
