import type { Panel, PanelMember, ReviewTask } from "@swarm-actions/review";

/**
 * What a run that may not write leaves to one that may: not its result, but what each agent answered. The
 * run that writes puts these answers to the change as it reads it itself, so that places, suggestions,
 * fingerprints, votes, coverage and outcome are worked out again by a program that can be trusted.
 */
export interface HandOver {
  readonly version: 1;
  /** The pull request that the agents were asked about, as the run that asked them says. */
  readonly number: number;
  /** The commit, likewise. */
  readonly headSha: string;
  readonly members: readonly PanelMember[];
}

export interface RecordedPanel {
  readonly panel: Panel;
  /** What the panel answered last; empty before. */
  readonly members: () => readonly PanelMember[];
}

/** A panel that remembers its answers, and which hunks it was not asked about. */
export function recordPanel(panel: Panel): RecordedPanel {
  let answered: readonly PanelMember[] = [];
  return {
    panel: {
      async review(task) {
        const members = await panel.review(task);
        answered = members.map((member) => withUnasked(member, task));
        return members;
      },
    },
    members: () => answered,
  };
}

/** What was carried over there is not known here, so that silence about it must not pass for a review. */
function withUnasked(member: PanelMember, { files }: ReviewTask): PanelMember {
  const covered = new Set(member.coveredPaths);
  const reason = "the run that asked the agents did not ask about it, having reviewed it before";
  const unasked = files.flatMap(({ diff, hunks }) => {
    const asked = new Set(hunks);
    const indices = covered.has(diff.path) ? [...diff.hunks.keys()] : [];
    return indices
      .filter((hunk) => !asked.has(hunk))
      .map((hunk) => ({ path: diff.path, hunk, reason }));
  });
  return { ...member, skipped: [...member.skipped, ...unasked] };
}

/** A panel that answers what was handed over, whatever it is asked. */
export function replayPanel({ members }: HandOver): Panel {
  return { review: async () => members };
}
