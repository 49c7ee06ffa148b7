import { stylesWith } from "@swarm-actions/display";
import { dashboard } from "./dashboard.ts";

/** The whole style sheet of the page. */
export const styles = stylesWith([dashboard]);
