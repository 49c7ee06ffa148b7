import type { Kit } from "@swarm-actions/action-kit";
import { CodedError } from "@swarm-actions/core";
import type { KeptReport } from "@swarm-actions/swarm";

/** What an earlier attempt of the run made of the swarm, before it took the board down. */
export interface EarlierResult {
  readonly attempt: number;
  /** The artifact's name. */
  readonly artifact: string;
  readonly report: KeptReport;
  /** The files that are left for later steps, by name; null: it had none of this name. */
  readonly files: Readonly<Record<(typeof kept)[number], string>> & {
    readonly "review.sarif": string | null;
  };
}

const kept = ["report.json", "results.jsonl", "swarm.html", "audit.jsonl"] as const;
const longest = 512 * 1024 * 1024;

/** For `catch`: null where the board holds no plan, which then may have been taken down. */
export function nullWithoutPlan(thrown: unknown): null {
  if (thrown instanceof CodedError && thrown.code === "board/no-plan") return null;
  throw thrown;
}

/**
 * The result of the last attempt before this one that left one.
 * @throws CodedError `board/no-plan` where none did; `artifacts/…`, `report/invalid`
 */
export async function earlierResult(kit: Kit, key: string): Promise<EarlierResult> {
  const { createArtifactStore } = await import("@swarm-actions/artifacts");
  const { noPlan } = await import("@swarm-actions/fanout");
  const { readReport } = await import("@swarm-actions/swarm");
  const { temporary, runAttempt } = kit.environment;
  const store = createArtifactStore(temporary);
  for (let attempt = runAttempt - 1; attempt > 0; attempt--) {
    const name = attempt === 1 ? key : `${key}-${attempt}`;
    const artifact = await store.find(name);
    if (artifact === null) continue;
    const files = await store.readFiles(artifact, longest, limits(kept));
    const report = readReport(files["report.json"]);
    if (report.key !== key) continue;
    const sarif = await store
      .readFiles(artifact, longest, limits(["review.sarif"] as const))
      .catch(nullWithoutFile);
    return {
      attempt,
      artifact: name,
      report,
      files: { ...files, "review.sarif": sarif?.["review.sarif"] ?? null },
    };
  }
  throw noPlan(key);
}

function limits<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, longest])) as Record<Name, number>;
}

function nullWithoutFile(thrown: unknown): null {
  if (thrown instanceof CodedError && thrown.code === "action/invalid-artifact") return null;
  throw thrown;
}
