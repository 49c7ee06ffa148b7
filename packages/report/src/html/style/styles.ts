import { stylesWith } from "@swarm-actions/display";
import { findings } from "./findings.ts";
import { sections } from "./sections.ts";

/** The whole style sheet of the page. */
export const styles = stylesWith([findings, sections]);
