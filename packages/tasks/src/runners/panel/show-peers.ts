import { cutText, type Redactor } from "@swarm-actions/core";
import type { ReviewTask } from "@swarm-actions/review";
import type { MeshRound, Task } from "@swarm-actions/swarm";
import type { Asked } from "./change-parts.ts";
import { panelOutput } from "./panel-output.ts";

/** UTF-16 units of what peers said that an agent is told. */
const longest = 12_000;

/** Lets agents of a mesh read what their peers said in the last round. */
export function showPeers(
  asked: Asked,
  { key }: Task,
  mesh: MeshRound | undefined,
  redactor: Redactor,
): Asked {
  const lines = (mesh?.peers.get(key) ?? []).flatMap(({ worker, result }) => {
    const read = panelOutput.safeParse(result.output);
    if (!read.success) return [];
    return read.data.members.flatMap(({ name, remarks }) =>
      remarks.map((remark) => `- ${name} (worker ${worker}): ${JSON.stringify(remark)}`),
    );
  });
  if (lines.length === 0) return asked;
  const peers = cutText(redactor.redact(lines.join("\n")), longest);
  const told = (task: ReviewTask): ReviewTask => ({ ...task, peers });
  return { change: told(asked.change), file: told(asked.file), hunk: told(asked.hunk) };
}
