const markerLine = /^<!-- swarm-actions:[a-z-]{1,32}(?: [\w+/=.:-]{1,200}){0,4} -->$/m;

/** The first hidden line by which a text of ours is known again; null when it has none. */
export function markerOf(body: string): string | null {
  return markerLine.exec(body.replaceAll("\r\n", "\n"))?.[0] ?? null;
}

/** Whether a text was written by this program. */
export function isMarked(body: string): boolean {
  return body.includes("<!-- swarm-actions:");
}
