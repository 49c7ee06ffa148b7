import type { Vote } from "@swarm-actions/swarm";

/** Voters that are alike, and how they vote. */
export interface Folk {
  readonly count: number;
  /**
   * `honest`: right with probability `accuracy`, else any other label. `spammer`: always the same label.
   * `guesser`: any label. `confused`: takes each label for the next one where it is wrong. `clone`: says
   * what the first of its kind says, nearly always.
   */
  readonly how: "honest" | "spammer" | "guesser" | "confused" | "clone";
  readonly accuracy?: number;
  /** Whose judgement they carry; default: each its own. */
  readonly provider?: string;
}

export interface CrowdShape {
  readonly name: string;
  readonly seed: number;
  readonly items: number;
  /** The share of each label; they sum to 1. */
  readonly shares: readonly number[];
  /** How many voters vote on an item; default: all. */
  readonly votesPerItem?: number;
  readonly folk: readonly Folk[];
}

export interface Crowd {
  readonly votes: readonly Vote[];
  /** The true label by item. */
  readonly truth: ReadonlyMap<string, string>;
}

/** A crowd whose truth is known; the same shape gives the same crowd. */
export function makeCrowd(shape: CrowdShape): Crowd {
  const random = randomFrom(shape.seed);
  const labels = shape.shares.map((_, at) => `label-${at}`);
  const voters = shape.folk.flatMap((folk, kind) =>
    Array.from({ length: folk.count }, (_, at) => ({ ...folk, voter: `v${kind}-${at}`, kind })),
  );
  const truth = new Map<string, string>();
  const votes: Vote[] = [];
  for (let at = 0; at < shape.items; at += 1) {
    const item = `item-${String(at).padStart(6, "0")}`;
    const right = drawFrom(shape.shares, random());
    truth.set(item, labels[right] ?? "");
    const lead = new Map<number, number>();
    const said = voters.map((voter) => {
      const own = sayOf(voter, right, labels.length, random);
      if (!lead.has(voter.kind)) lead.set(voter.kind, own);
      return voter.how === "clone" && random() < 0.97 ? (lead.get(voter.kind) ?? own) : own;
    });
    const ranks = voters.map((_, voter) => ({ voter, rank: random() }));
    ranks.sort((a, b) => a.rank - b.rank);
    for (const { voter } of ranks.slice(0, shape.votesPerItem ?? voters.length)) {
      const { voter: name = "", provider } = voters[voter] ?? {};
      const label = labels[said[voter] ?? 0] ?? "";
      votes.push({ item, voter: name, label, ...(provider === undefined ? {} : { provider }) });
    }
  }
  return { votes, truth };
}

function sayOf(
  folk: Folk & { voter: string },
  right: number,
  labels: number,
  random: () => number,
): number {
  const isRight = random() < (folk.accuracy ?? 0);
  const any = Math.floor(random() * labels);
  const other = (right + 1 + Math.floor(random() * (labels - 1))) % labels;
  switch (folk.how) {
    case "spammer":
      return Number(folk.voter.split("-")[1]) % labels;
    case "guesser":
      return any;
    case "confused":
      return isRight ? right : (right + 1) % labels;
    default:
      return isRight ? right : other;
  }
}

function drawFrom(shares: readonly number[], at: number): number {
  let sum = 0;
  const found = shares.findIndex((share) => {
    sum += share;
    return at < sum;
  });
  return found === -1 ? shares.length - 1 : found;
}

/** Numbers from 0 to 1 that look random: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
