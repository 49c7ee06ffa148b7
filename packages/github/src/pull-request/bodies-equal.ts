/** Whether GitHub shows what was sent: it may change ends of lines, and spaces around the text. */
export function bodiesEqual(one: string, other: string): boolean {
  return settled(one) === settled(other);
}

/** A text as GitHub may give it back. */
export function settled(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}
