// A process with a board of artifacts of its own, as a job of a workflow has one. Asked over IPC, a call at
// a time; GitHub's client says a lot on standard output.
import { tmpdir } from "node:os";
import { CodedError, messageOf } from "@swarm-actions/core";
import { createArtifactBoard } from "@swarm-actions/fanout";

/** What is asked of the board. */
export type BoardCall =
  | readonly ["claim", string]
  | readonly ["list", string]
  | readonly ["put", string, string]
  | readonly ["get", string, number]
  | readonly ["remove", string];

export interface BoardAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

const { RUNNER_TEMP = tmpdir(), PATIENCE = "2000000" } = process.env;
const board = createArtifactBoard({ temporary: RUNNER_TEMP, patience: Number(PATIENCE) });
const { signal } = new AbortController();

process.on("message", async ({ id, call }: { id: number; call: BoardCall }) => {
  process.send?.({ id, ...(await answer(call)) } satisfies BoardAnswer);
});
process.on("disconnect", () => process.exit());
process.send?.({ id: 0 });

async function answer(call: BoardCall): Promise<Omit<BoardAnswer, "id">> {
  try {
    return { value: await ask(call) };
  } catch (thrown) {
    const code = thrown instanceof CodedError ? thrown.code : "none";
    return { error: { code, message: messageOf(thrown) } };
  }
}

function ask(call: BoardCall): Promise<unknown> {
  switch (call[0]) {
    case "claim":
      return board.claim(call[1], signal);
    case "list":
      return board.list(call[1], signal);
    case "put":
      return board.put(call[1], call[2], signal);
    case "get":
      return board.get(call[1], call[2], signal);
    case "remove":
      return board.remove(call[1], signal);
  }
}
