import { nearest } from "@swarm-actions/core";

type Named = Readonly<Record<string, { readonly "stand-in"?: string | undefined }>>;

/** What is wrong with who stands in for whom, by agent. */
export function faultsOfStandIns(agents: Named): readonly (readonly [string, string])[] {
  const next = new Map(Object.entries(agents).map(([name, one]) => [name, one["stand-in"]]));
  return [...next].flatMap(([name, other]): [string, string][] => {
    if (other === undefined) return [];
    if (!next.has(other)) return [[name, unknown(other, [...next.keys()])]];
    return leadsTo(name, other, next) ? [[name, "nobody can stand in for itself"]] : [];
  });
}

function leadsTo(
  name: string,
  from: string,
  next: ReadonlyMap<string, string | undefined>,
): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === name) return true;
    seen.add(at);
  }
  return false;
}

function unknown(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `there is no agent "${name}"${near === null ? "" : `; did you mean "${near}"?`}`;
}
