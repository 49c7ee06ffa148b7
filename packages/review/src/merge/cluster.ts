interface Bond {
  /** Sum of the affinities of the linked pairs. */
  readonly sum: number;
  readonly pairs: number;
}

/** A pair without a link drags the average down by as much as a link can at worst. */
const apart = -1;

/** A growing group of members, with its bonds to other groups. */
export class Cluster {
  /** Its smallest member. */
  readonly first: number;
  readonly #owners: Set<string>;
  #members: number[];
  #bonds = new Map<Cluster, Bond>();

  constructor(member: number, owner: string) {
    this.first = member;
    this.#members = [member];
    this.#owners = new Set([owner]);
  }

  get size(): number {
    return this.#members.length;
  }

  /** Whether another group has taken its members. */
  get isGone(): boolean {
    return this.#members.length === 0;
  }

  members(): readonly number[] {
    return [...this.#members].sort((a, b) => a - b);
  }

  neighbours(): readonly Cluster[] {
    return [...this.#bonds.keys()];
  }

  sharesOwnerWith(other: Cluster): boolean {
    return [...this.#owners].some((owner) => other.#owners.has(owner));
  }

  /** Mean affinity over all pairs of members of the two groups. */
  averageTo(other: Cluster): number {
    const { sum, pairs } = this.#bonds.get(other) ?? { sum: 0, pairs: 0 };
    const all = this.size * other.size;
    return (sum + apart * (all - pairs)) / all;
  }

  connect(other: Cluster, affinity: number): void {
    const bond = { sum: affinity, pairs: 1 };
    this.#bond(other, bond);
    other.#bond(this, bond);
  }

  /** Takes the members and bonds of another group, and drops bonds that can no longer be used. */
  absorb(other: Cluster): void {
    this.#members = [...this.#members, ...other.#members];
    for (const owner of other.#owners) this.#owners.add(owner);
    for (const [neighbour, bond] of other.#bonds) {
      neighbour.#bonds.delete(other);
      if (neighbour === this) continue;
      this.#bond(neighbour, bond);
      neighbour.#bond(this, bond);
    }
    other.#members = [];
    other.#bonds = new Map();
    this.#dropRivals();
  }

  /** Groups that speak for one of the same owners can never be joined with this one. */
  #dropRivals(): void {
    for (const neighbour of this.neighbours()) {
      if (!this.sharesOwnerWith(neighbour)) continue;
      this.#bonds.delete(neighbour);
      neighbour.#bonds.delete(this);
    }
  }

  #bond(other: Cluster, { sum, pairs }: Bond): void {
    const known = this.#bonds.get(other) ?? { sum: 0, pairs: 0 };
    this.#bonds.set(other, { sum: known.sum + sum, pairs: known.pairs + pairs });
  }
}
