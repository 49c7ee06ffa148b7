import TinyQueue from "tinyqueue";
import { Cluster } from "./cluster.ts";

/** How close two members are; pairs that are not named have nothing to do with each other. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** −1 to 1; at least 0 when the two belong together. */
  readonly affinity: number;
}

interface Offer {
  readonly a: Cluster;
  readonly b: Cluster;
  readonly average: number;
  readonly sizes: number;
}

/**
 * Groups members by average linkage: the two closest groups are joined again and again, as long as
 * their members are close enough on average and none of their owners is the same. Ties go to the
 * groups with the first members, so the same links give the same groups.
 * @param owners one for each member; a group never holds two members of one owner.
 * @returns the groups in the order of their first members, each with its members ascending.
 */
export function linkMembers(
  owners: readonly string[],
  links: readonly Link[],
): readonly (readonly number[])[] {
  const clusters = owners.map((owner, index) => new Cluster(index, owner));
  const queue = new TinyQueue<Offer>([], compareOffers);
  const offer = (a: Cluster, b: Cluster): void => {
    const average = a.averageTo(b);
    if (average >= 0) queue.push({ a, b, average, sizes: a.size + b.size });
  };
  for (const { a, b, affinity } of links) connect(clusters[a], clusters[b], affinity, offer);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { a, b, sizes } = next;
    if (a.isGone || b.isGone || a.size + b.size !== sizes) continue;
    a.absorb(b);
    for (const neighbour of a.neighbours()) offer(...inOrder(a, neighbour));
  }
  return clusters.filter((cluster) => !cluster.isGone).map((cluster) => cluster.members());
}

function connect(
  a: Cluster | undefined,
  b: Cluster | undefined,
  affinity: number,
  offer: (a: Cluster, b: Cluster) => void,
): void {
  if (a === undefined || b === undefined || a.sharesOwnerWith(b)) return;
  a.connect(b, affinity);
  offer(...inOrder(a, b));
}

function inOrder(a: Cluster, b: Cluster): [Cluster, Cluster] {
  return a.first < b.first ? [a, b] : [b, a];
}

function compareOffers(a: Offer, b: Offer): number {
  return b.average - a.average || a.a.first - b.a.first || a.b.first - b.b.first;
}
