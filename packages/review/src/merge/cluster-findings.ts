import { canonicalJson } from "@swarm-actions/core";
import { compareFindings, comparePlaces } from "../finding/compare.ts";
import type { Finding } from "../finding/model.ts";
import { affinityOf, type ReadFinding } from "./affinity.ts";
import { type Link, linkMembers } from "./link.ts";
import { type Meaning, meaningOf } from "./meaning.ts";
import { touchingPairs } from "./touching-pairs.ts";

/**
 * Groups findings that say the same about the same place. Each is in exactly one group; none holds
 * two of one agent. The same findings in any order give the same groups, each in the order of
 * `compareFindings`.
 */
export function clusterFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  return blocksOf(findings).flatMap(clusterBlock);
}

/** Findings that could be about the same place: one kind of place, one path, one side. */
function blocksOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const blocks = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(byPlace)) {
    const { place } = finding;
    const path = place.kind === "change" ? null : place.path;
    const key = canonicalJson([place.kind, path, place.kind === "lines" ? place.side : null]);
    const block = blocks.get(key) ?? [];
    blocks.set(key, block);
    block.push(finding);
  }
  return [...blocks.values()];
}

function clusterBlock(block: readonly Finding[]): readonly (readonly Finding[])[] {
  const read = block.map(readWhenCompared);
  const links: Link[] = [];
  for (const [a, b] of touchingPairs(block)) {
    const [left, right] = [read[a], read[b]];
    const affinity = left && right ? affinityOf(left, right) : null;
    if (affinity !== null) links.push({ a, b, affinity });
  }
  const groups = linkMembers(
    block.map(({ agent }) => agent),
    links,
  );
  return groups.map((group) => pick(block, group).sort(compareFindings));
}

/** Most findings have no other near them, and reading is the costly part. */
function readWhenCompared(finding: Finding): ReadFinding {
  let meaning: Meaning | undefined;
  return {
    finding,
    get meaning() {
      meaning ??= meaningOf(finding);
      return meaning;
    },
  };
}

function pick(block: readonly Finding[], indices: readonly number[]): Finding[] {
  return indices.flatMap((index) => block.slice(index, index + 1));
}

function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place) || compareFindings(a, b);
}
