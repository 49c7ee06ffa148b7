import type { Panel, PanelMember } from "@swarm-actions/review";

/**
 * What a run that may not write leaves to one that may: not its result, but what each agent answered. The
 * run that writes puts these answers to the change as it reads it itself, so that places, suggestions,
 * fingerprints, votes, coverage and outcome are worked out again by a program that can be trusted.
 */
export interface HandOver {
  readonly version: 1;
  /** The commit that the agents were asked about, as the run that asked them says. */
  readonly headSha: string;
  readonly members: readonly PanelMember[];
}

export interface RecordedPanel {
  readonly panel: Panel;
  /** What the panel answered last; empty before. */
  readonly members: () => readonly PanelMember[];
}

/** A panel that remembers its answers. */
export function recordPanel(panel: Panel): RecordedPanel {
  let answered: readonly PanelMember[] = [];
  return {
    panel: {
      async review(task) {
        answered = await panel.review(task);
        return answered;
      },
    },
    members: () => answered,
  };
}

/** A panel that answers what was handed over, whatever it is asked. */
export function replayPanel({ members }: HandOver): Panel {
  return { review: async () => members };
}
