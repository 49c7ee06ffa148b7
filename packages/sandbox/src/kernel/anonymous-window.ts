import { perWorld } from "../state/per-world.ts";
import { fullWindow } from "./rate-limit.ts";

/** What all callers without a credential share: 60 requests an hour. */
export const anonymousWindow = perWorld((world) => fullWindow(world, 60));
