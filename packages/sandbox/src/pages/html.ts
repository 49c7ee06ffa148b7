import { createHtml } from "@swarm-actions/display";
import { visible } from "./visible.ts";

/** A template of HTML that shows what people wrote as GitHub would: emoji stay whole. */
export const html = createHtml(visible);
