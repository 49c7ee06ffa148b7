import type { Split } from "@swarm-actions/agents";
import { answeredMember, memberIdentity, type PanelMember } from "@swarm-actions/review";
import { z } from "zod";

const most = 200;

const seat = z
  .strictObject({ ...memberIdentity, split: z.enum(["change", "file", "hunk"]) })
  .transform(({ silence, ...rest }): PanelSeat => ({ ...rest, ...(silence && { silence }) }));

/** Who an agent of the panel is, without what it said. */
export interface PanelSeat
  extends Pick<PanelMember, "name" | "provider" | "weight" | "categories" | "silence"> {
  readonly split: Split;
}

/** What a panel answers to a task. */
export const panelOutput = z.strictObject({
  version: z.literal(1),
  seats: z.array(seat).max(most),
  members: z.array(answeredMember).max(most),
});

export interface PanelOutput {
  readonly version: 1;
  /** Everybody who sits in the panel, whether or not this task asks for them; no stand-ins. */
  readonly seats: readonly PanelSeat[];
  readonly members: readonly PanelMember[];
}
