import { perWorld } from "../state/per-world.ts";

/** How the services of Actions behave where GitHub does now this, now that. */
export interface ActionsSettings {
  /** Whether jobs of a later attempt see what earlier ones stored, and find its names taken. */
  earlierAttempts: "visible" | "hidden";
}

export const actionsSettingsOf = perWorld((): ActionsSettings => ({ earlierAttempts: "visible" }));
