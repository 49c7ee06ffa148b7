import {
  type ArtifactStore,
  createArtifactStore,
  type PutOutcome,
  type StoredArtifact,
} from "@swarm-actions/artifacts";
import { CodedError } from "@swarm-actions/core";
import type { Board, ClaimAnswer } from "@swarm-actions/swarm";
import { boardUnavailable, notFound, tooLarge } from "./board-error.ts";
import { LateAnswer, until } from "./until.ts";

export interface ArtifactBoardOptions {
  /** A folder that is emptied after the job. */
  readonly temporary: string;
  /** Days that claims, pages and plans are kept; default 1. */
  readonly retentionDays?: number;
  /** Milliseconds after which an answer counts as lost; default two minutes. */
  readonly patience?: number;
  /** Default: through GitHub's own client. */
  readonly store?: ArtifactStore;
}

/** The one file of every artifact of the board. */
const file = "content.json";

/** A board of the artifacts of this run: every job of it sees them at once, and none needs a permission. */
export function createArtifactBoard(options: ArtifactBoardOptions): Board {
  const store = options.store ?? createArtifactStore(options.temporary);
  const { retentionDays = 1, patience = 120_000 } = options;
  let seen: ReadonlyMap<string, StoredArtifact> = new Map();

  const upload = async (name: string, content: string, signal: AbortSignal) => {
    const files = [{ name: file, content }];
    return lateIsUnknown(until(store.put({ name, files, retentionDays }), signal, patience));
  };
  const find = async (name: string, signal: AbortSignal): Promise<StoredArtifact> => {
    const found = seen.get(name) ?? (await until(store.find(name), signal, patience));
    if (found === null) throw notFound(name);
    return found;
  };
  return {
    claim: (name, signal) =>
      onBoard(name, signal, async () => claimOf(await upload(name, "{}", signal))),
    put: (name, content, signal) =>
      onBoard(name, signal, async () => keptOf(name, await upload(name, content, signal))),
    list: (prefix, signal) =>
      onBoard("the list", signal, async () => {
        seen = newestByName(await until(store.list(), signal, patience));
        return [...seen.values()]
          .filter(({ name }) => name.startsWith(prefix))
          .map(({ name, size }) => ({ name, size }));
      }),
    get: (name, limit, signal) =>
      onBoard(name, signal, async () => {
        const found = await find(name, signal);
        return until(store.read(found, file, limit), signal, patience);
      }).catch((thrown: unknown) => {
        if (isTooLarge(thrown)) throw tooLarge(name, limit);
        throw thrown;
      }),
    remove: (name, signal) =>
      onBoard(name, signal, () => until(store.remove(name), signal, patience)),
  };
}

async function lateIsUnknown(outcome: Promise<PutOutcome>): Promise<PutOutcome> {
  try {
    return await outcome;
  } catch (thrown) {
    if (thrown instanceof LateAnswer) return { kind: "unknown", why: thrown.message };
    throw thrown;
  }
}

/** A name that is ours is ours, whether or not it can be seen. */
function claimOf({ kind }: PutOutcome): ClaimAnswer {
  return kind === "kept" || kind === "burnt" ? "won" : kind;
}

/** @throws CodedError `board/unavailable`: under this name nothing will ever be found for sure */
function keptOf(name: string, outcome: PutOutcome): "kept" | "taken" {
  if (outcome.kind === "kept" || outcome.kind === "taken") return outcome.kind;
  throw boardUnavailable(name, new Error(outcome.why));
}

async function onBoard<Value>(
  what: string,
  signal: AbortSignal,
  act: () => Promise<Value>,
): Promise<Value> {
  try {
    return await act();
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof CodedError && cause.code !== "artifacts/unavailable") throw cause;
    throw boardUnavailable(what, cause);
  }
}

function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof CodedError && thrown.code === "artifacts/too-large";
}

/** Attempts of a run may have stored the same name. */
function newestByName(all: readonly StoredArtifact[]): ReadonlyMap<string, StoredArtifact> {
  return new Map(all.toSorted((a, b) => a.id - b.id).map((one) => [one.name, one]));
}
