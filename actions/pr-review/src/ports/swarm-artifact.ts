import type { ActionEnvironment } from "@swarm-actions/action-kit";
import { type ArtifactStore, createArtifactStore } from "@swarm-actions/artifacts";
import { type AnswerTexts, answerFiles } from "@swarm-actions/tasks";

/** Bytes of the archive: beside the answers it holds pages for people. */
const limit = 64 * 1024 * 1024;

/**
 * What a swarm of this run left under a name, with the right that every job of a run has; null: nothing.
 * Another attempt of the run adds its number to the name, and the newest counts.
 * @throws CodedError `artifacts/…`, `action/invalid-artifact`
 */
export async function readSwarmArtifact(
  { temporary, runAttempt }: Pick<ActionEnvironment, "temporary" | "runAttempt">,
  name: string,
): Promise<AnswerTexts | null> {
  const store = createArtifactStore(temporary);
  const found = newestOf(await store.list(), namesOf(name, runAttempt));
  return found === null ? null : store.readFiles(found, limit, answerFiles);
}

/** The last attempt's first. */
function namesOf(name: string, attempt: number): readonly string[] {
  const attempts = Array.from({ length: Math.max(0, attempt - 1) }, (_, at) => attempt - at);
  return [...attempts.map((one) => `${name}-${one}`), name];
}

type Stored = Awaited<ReturnType<ArtifactStore["list"]>>[number];

function newestOf(all: readonly Stored[], names: readonly string[]): Stored | null {
  const byName = new Map(all.toSorted((a, b) => a.id - b.id).map((one) => [one.name, one]));
  const [first] = names.flatMap((name) => byName.get(name) ?? []);
  return first ?? null;
}
