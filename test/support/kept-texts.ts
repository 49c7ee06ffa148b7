import { strFromU8, unzipSync } from "fflate";
import type { ScenarioRun } from "./action-scenario-run.ts";
import { resultOf, type SwarmJobs } from "./swarm-jobs.ts";

/** The files of all artifacts that hang in the repository now, as `artifact/file`. */
export function artifactTexts({ scenario }: SwarmJobs): ReadonlyMap<string, string> {
  const [repository] = [...scenario.sandbox.world.repositories.values()];
  const texts = (repository?.artifacts ?? []).flatMap(({ name, content }) => {
    if (content === null) return [];
    const files = Object.entries(unzipSync(content));
    return files.map(([file, bytes]) => [`${name}/${file}`, strFromU8(bytes)] as const);
  });
  return new Map(texts);
}

/** All that people see of jobs: what they printed, their pages, outputs and remarks. */
export function shownTexts(runs: readonly ScenarioRun[]): ReadonlyMap<string, string> {
  const texts = runs.flatMap(({ log, summary, outputs, annotations }, at) => [
    [`log ${at}`, log] as const,
    [`summary ${at}`, summary] as const,
    [`outputs ${at}`, JSON.stringify([...outputs])] as const,
    [`annotations ${at}`, JSON.stringify(annotations)] as const,
  ]);
  return new Map(texts);
}

/** The files of a result that a job left, by what they are. */
export function resultTexts(run: ScenarioRun): ReadonlyMap<string, string> {
  const { report, results, auditText, page } = resultOf(run);
  return new Map([
    ["report", JSON.stringify(report)],
    ["results", JSON.stringify(results)],
    ["audit", auditText],
    ["page", page],
  ]);
}

/** Which of these texts hold a value, by their names. */
export function holdersOf(
  value: string,
  ...all: readonly ReadonlyMap<string, string>[]
): readonly string[] {
  return all.flatMap((texts) =>
    [...texts].filter(([, text]) => text.includes(value)).map(([name]) => name),
  );
}
