/** What every agent of a mesh goes by. */
export interface MeshRules {
  readonly agents: number;
  /** The most rounds; 1: nobody reads anybody. */
  readonly rounds: number;
  /** How many agents, itself included, have to have answered before an agent goes on without the rest. */
  readonly quorum: number;
  /** Seconds after its own answer that an agent waits for its peers. */
  readonly deadlineSeconds: number;
}

/** An agent's answers of one round, as far as this agent has seen. */
export interface SeenRound {
  readonly agent: number;
  readonly round: number;
  /** Equal where the answers are. */
  readonly digest: string;
}

/** What one agent knows. */
export interface MeshSight {
  readonly me: number;
  /** Of all agents, its own included. */
  readonly rounds: readonly SeenRound[];
  /** Agents that write no more: their last answer stands for every further round, and none is waited for. */
  readonly done: ReadonlySet<number>;
  /** Seconds since its own last answer. */
  readonly waited: number;
}

/** `unchanged`: everybody said the same twice. `alone`: too few peers answered in time. */
export type MeshEnd = "rounds" | "unchanged" | "alone";

export type MeshMove =
  | { readonly do: "answer"; readonly round: number }
  | { readonly do: "wait"; readonly seconds: number }
  | { readonly do: "stop"; readonly why: MeshEnd };

/**
 * What an agent does next, decided from what it has seen, with no clock and no board. Peers that are dead
 * hold nobody up beyond the deadline.
 */
export function nextMove(sight: MeshSight, rules: MeshRules): MeshMove {
  const latest = latestRound(sight, sight.me);
  if (latest === null) return { do: "answer", round: 0 };
  if (latest + 1 >= rules.rounds) return { do: "stop", why: "rounds" };
  const agents = agentsOf(rules);
  const arrived = agents.filter((agent) => hasArrived(sight, agent, latest));
  const isAwaited = (agent: number): boolean => !arrived.includes(agent) && !sight.done.has(agent);
  if (agents.some(isAwaited) && sight.waited < rules.deadlineSeconds) {
    return { do: "wait", seconds: rules.deadlineSeconds - sight.waited };
  }
  if (arrived.length < rules.quorum) return { do: "stop", why: "alone" };
  const isSettled = latest > 0 && arrived.every((agent) => isUnchanged(sight, agent, latest));
  return isSettled ? { do: "stop", why: "unchanged" } : { do: "answer", round: latest + 1 };
}

function agentsOf({ agents }: MeshRules): number[] {
  return Array.from({ length: agents }, (_, agent) => agent);
}

/** The last round that was seen of an agent; null: none. */
function latestRound({ rounds }: MeshSight, agent: number): number | null {
  return rounds.reduce<number | null>(
    (latest, seen) => (seen.agent === agent ? Math.max(latest ?? 0, seen.round) : latest),
    null,
  );
}

function hasArrived(sight: MeshSight, agent: number, round: number): boolean {
  const latest = latestRound(sight, agent);
  return latest !== null && (latest >= round || sight.done.has(agent));
}

function isUnchanged(sight: MeshSight, agent: number, round: number): boolean {
  const now = answerAt(sight, agent, round);
  return now !== null && now.digest === answerAt(sight, agent, round - 1)?.digest;
}

/** What an agent said last up to a round; null: nothing. */
export function answerAt({ rounds }: MeshSight, agent: number, round: number): SeenRound | null {
  return rounds.reduce<SeenRound | null>(
    (last, seen) =>
      seen.agent === agent && seen.round <= round && (last === null || seen.round > last.round)
        ? seen
        : last,
    null,
  );
}
