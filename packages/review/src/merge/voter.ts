import type { PanelMember } from "../panel.ts";

/** What merging needs to know of an agent. */
export type Voter = Pick<
  PanelMember,
  "name" | "provider" | "weight" | "categories" | "coveredPaths" | "skipped" | "silence"
> & { readonly report: Pick<PanelMember["report"], "status"> };
