import { cutText } from "@swarm-actions/core";
import { visibleLine } from "@swarm-actions/display";
import type { Exchange } from "@swarm-actions/sandbox";

/** One line a request, on standard error. Its address may come from anyone. */
export function logExchange({ at, method, url, status, faulted }: Exchange): void {
  const time = new Date(at).toISOString().slice(11, 19);
  const note = faulted ? " (fault on demand)" : "";
  process.stderr.write(`${time} ${status} ${method} ${visibleLine(cutText(url, 300))}${note}\n`);
}
